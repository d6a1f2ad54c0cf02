package org.pgherd.analyzer.parse;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;

/// Constants from their text: what a type's input function makes of it (stringTypeDatum).
final class Literals {
    private Literals() {}

    /// A string whose type is still open.
    static Const unknown(String text, Position at) {
        return new Const(SqlType.UNKNOWN, Text.of(text), at);
    }

    /// The value of an unknown literal, null for NULL.
    static @Nullable String text(Const literal) {
        Object value = literal.value();
        return value == null ? null : value.toString();
    }

    /// A constant of a type from text; an error of the input function points at the literal.
    static Const of(ParseState p, SqlType type, int inputTypmod, @Nullable String text, Position at) {
        if (text == null) {
            return new Const(type, null, at);
        }
        if (type.oid() == TypeOids.UNKNOWN) {
            return unknown(text, at);
        }
        try {
            return new Const(type, Codecs.input(type.oid(), inputTypmod, text, p.context.functions()), at);
        } catch (SqlException e) {
            throw e.withAt(at);
        }
    }
}
