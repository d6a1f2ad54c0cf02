/// The tree of [org.pgherd.grammar.ast] to SQL text. [org.pgherd.grammar.deparse.Deparser] is the entry. The text
/// parses to the same tree again: parentheses stand where precedence needs them, names are quoted where a keyword
/// or another case needs it.
@NullMarked
package org.pgherd.grammar.deparse;

import org.jspecify.annotations.NullMarked;
