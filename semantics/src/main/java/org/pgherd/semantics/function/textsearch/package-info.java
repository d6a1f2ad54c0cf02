/// Text search over documents and queries that are there: matching, ranking, taking apart and putting together
/// (tsvector_op.c, tsquery_op.c, tsrank.c). What needs parsers and dictionaries, which are a database's own, is asked
/// of a server.
@NullMarked
package org.pgherd.semantics.function.textsearch;

import org.jspecify.annotations.NullMarked;
