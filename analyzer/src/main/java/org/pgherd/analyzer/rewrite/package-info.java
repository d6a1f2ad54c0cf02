/// What PostgreSQL's rewriter does between analysis and planning (rewriteHandler.c): views become their queries,
/// DEFAULT and missing columns become the columns' defaults, identity and generated columns are guarded.
///
/// Begin at [org.pgherd.analyzer.rewrite.Rewriter]. User-defined rules are not applied here: statements on relations
/// that
/// have some are refused. Row-level security is the shards' business.
@NullMarked
package org.pgherd.analyzer.rewrite;

import org.jspecify.annotations.NullMarked;
