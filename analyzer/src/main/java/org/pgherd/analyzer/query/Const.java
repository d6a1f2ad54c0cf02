package org.pgherd.analyzer.query;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A constant. `value` is boxed as the carrier of its type says; Java null is SQL NULL.
public record Const(SqlType type, @Nullable Object value, Position at) implements Expr {
    public boolean isNull() {
        return value == null;
    }

    public static Const ofBoolean(boolean value, Position at) {
        return new Const(SqlType.BOOL, value, at);
    }

    public static Const ofInt(int value, Position at) {
        return new Const(SqlType.INT4, value, at);
    }

    public static Const ofNull(SqlType type, Position at) {
        return new Const(type, null, at);
    }
}
