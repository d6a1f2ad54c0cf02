/// PostgreSQL's advanced regular expressions, matched as src/backend/regex does: the earliest match, the longest
/// (or shortest) of those, and its parts found by dissection. [RegexParser] makes a [Piece] tree, [RegexCompiler] a
/// tree of [SubExpression]s, each with an automaton ([Nfa]); [RegexMatcher] runs them. Functions:
/// [RegexpFunctions].
@NullMarked
package org.pgherd.semantics.function.regexp;

import org.jspecify.annotations.NullMarked;
