/// Text to tokens, by the rules of PostgreSQL's scan.l and the look-ahead of its parser.c.
/// [org.pgherd.grammar.lexer.SqlLexer]
/// fills a [org.pgherd.grammar.lexer.TokenBuffer], [org.pgherd.grammar.lexer.Retagger] then gives tokens
/// whose meaning
/// hangs on their neighbours a type of their own, so that the grammar needs one token of look-ahead.
@NullMarked
package org.pgherd.grammar.lexer;

import org.jspecify.annotations.NullMarked;
