package org.pgherd.grammar.plpgsql;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.Node;

/// SQL inside a body.
///
/// @param text the SQL; a clause that is PL/pgSQL's (INTO) is blanked out, so that offsets in it are those from
/// `at.start()`
/// @param at where it stands in the body
/// @param line of its first character, from 1
/// @param tree the SQL parsed, with positions in the body: a SelectStmt of an expression, a PLAssignStmt of an
/// assigned value, a Statement; null unless the body was validated
public record SqlFragment(
        Kind kind,
        String text,
        Position at,
        int line,
        @Nullable Node tree) {
    /// Of text that was not parsed.
    public SqlFragment(Kind kind, String text, Position at, int line) {
        this(kind, text, at, line, null);
    }

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
