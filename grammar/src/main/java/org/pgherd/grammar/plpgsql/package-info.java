/// Bodies of PL/pgSQL: the tree of statements, and the parser that makes it. What is SQL inside a body stays text with
/// its place ([SqlFragment]), to be handed to the parser of SQL by whoever runs or studies it.
/// Begin with [PlpgsqlParser] and [PlBody].
@NullMarked
package org.pgherd.grammar.plpgsql;

import org.jspecify.annotations.NullMarked;
