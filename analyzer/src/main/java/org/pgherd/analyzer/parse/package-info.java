/// Parse analysis: from the raw tree and the catalog to the typed [org.pgherd.analyzer.query.Query], one class per
/// clause,
/// each the transplant of the part of PostgreSQL's parser/parse_*.c that its doc names.
///
/// Begin at [org.pgherd.analyzer.parse.Analyzer]. State of one query level is in `ParseState`, of the whole statement
/// in
/// `AnalysisContext`. Errors have PostgreSQL's texts, states and positions; the order of checks is PostgreSQL's too,
/// since it
/// decides which of two errors a user sees. Nothing is optimized here.
@NullMarked
package org.pgherd.analyzer.parse;

import org.jspecify.annotations.NullMarked;
