package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// JSON_OBJECT, JSON_ARRAY and JSON(... WITH UNIQUE KEYS), before the cast to what RETURNING names. The other
/// constructors are calls of functions or aggregates, or casts.
///
/// @param args of an object keys and values in turn
/// @param type json or jsonb
public record JsonConstructorExpr(
        Kind kind, List<Expr> args, boolean absentOnNull, boolean uniqueKeys, SqlType type, Position at)
        implements SyntaxExpr {
    /// Which constructor (JsonConstructorType).
    public enum Kind {
        OBJECT,
        ARRAY,
        PARSE
    }

    public JsonConstructorExpr {
        args = List.copyOf(args);
    }

    @Override
    public List<Expr> arguments() {
        return args;
    }

    @Override
    public JsonConstructorExpr withArguments(List<Expr> arguments) {
        return new JsonConstructorExpr(kind, arguments, absentOnNull, uniqueKeys, type, at);
    }

    @Override
    public JsonConstructorExpr withoutPosition() {
        return new JsonConstructorExpr(kind, args, absentOnNull, uniqueKeys, type, Position.NONE);
    }
}
