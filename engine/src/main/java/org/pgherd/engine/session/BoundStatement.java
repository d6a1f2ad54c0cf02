package org.pgherd.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.fingerprint.Literal;

/// A statement that needs no parsing: its plan is known, and the values of its literals are parameters behind the
/// client's.
///
/// @param text as the client wrote it
/// @param literals in the order of the text; none if the plan is that of the text itself
record BoundStatement(
        KnownStatement known,
        String text,
        List<Literal> literals,
        int ownParameters,
        @Nullable Object[] values) {
    @Nullable
    Object[] parameters(@Nullable Object[] own) {
        if (values.length == 0) {
            return own;
        }
        @Nullable Object[] all = new Object[ownParameters + values.length];
        System.arraycopy(own, 0, all, 0, Math.min(own.length, ownParameters));
        System.arraycopy(values, 0, all, ownParameters, values.length);
        return all;
    }

    /// An error's position as one in the client's text.
    SqlException relocated(SqlException error) {
        if (literals.isEmpty()) {
            return error;
        }
        ErrorFields fields = error.fields();
        if (fields.character() > 0) {
            String planned = known.text();
            int offset = planned.offsetByCodePoints(
                    0, Math.min(fields.character() - 1, planned.codePointCount(0, planned.length())));
            return error.withFields(fields.withCharacter(text.codePointCount(0, original(offset)) + 1));
        }
        if (fields.at().isKnown()) {
            int end = original(fields.at().end());
            return error.withFields(
                    fields.withAt(new Position(original(fields.at().start()), end)));
        }
        return error;
    }

    /// Offset in the client's text of an offset in the text with `$n`.
    private int original(int offset) {
        int shift = 0;
        for (Literal literal : literals) {
            int start = literal.at().start() - shift;
            if (offset <= start) {
                break;
            }
            int width = 1 + Integer.toString(literal.parameter()).length();
            if (offset < start + width) {
                return literal.at().start();
            }
            shift += literal.at().end() - literal.at().start() - width;
        }
        return Math.min(offset + shift, text.length());
    }
}
