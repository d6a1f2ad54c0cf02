/// The language: SQL text to the tree of [org.pgherd.grammar.ast]. [org.pgherd.grammar.SqlParser] is the entry.
/// Nothing here knows a catalog, a type or a value.
@NullMarked
package org.pgherd.grammar;

import org.jspecify.annotations.NullMarked;
