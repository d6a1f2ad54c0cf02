/// What PostgreSQL's rewriter does between analysis and planning (rewriteHandler.c): rules add statements or take their
/// place, writes to simple views go to the views' relations, views become their queries, DEFAULT and missing columns
/// become the columns' defaults, identity and generated columns are guarded.
///
/// Begin at [org.pgherd.analyzer.rewrite.Rewriter]. Row-level security is the shards' business.
@NullMarked
package org.pgherd.analyzer.rewrite;

import org.jspecify.annotations.NullMarked;
