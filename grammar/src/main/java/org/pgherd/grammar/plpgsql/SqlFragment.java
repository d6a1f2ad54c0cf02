package org.pgherd.grammar.plpgsql;

import org.pgherd.errors.Position;

/// SQL inside a body.
///
/// @param text the SQL; a clause that is PL/pgSQL's (INTO) is blanked out, so that offsets in it are those from
/// `at.start()`
/// @param at where it stands in the body
/// @param line of its first character, from 1
public record SqlFragment(Kind kind, String text, Position at, int line) {
    /// What grammar the text follows.
    public enum Kind {
        /// A whole statement.
        STATEMENT,
        /// What may follow SELECT: an expression or a list of them, maybe with FROM and the rest.
        EXPRESSION,
        /// An expression whose value is the text of a statement.
        DYNAMIC
    }
}
