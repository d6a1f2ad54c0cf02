package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `x IS JSON`; the argument is text, json or jsonb.
public record JsonIsPredicate(Expr arg, ItemType itemType, boolean uniqueKeys, Position at) implements SyntaxExpr {
    /// Which values pass (JsonValueType).
    public enum ItemType {
        ANY,
        OBJECT,
        ARRAY,
        SCALAR
    }

    @Override
    public SqlType type() {
        return SqlType.BOOL;
    }

    @Override
    public List<Expr> arguments() {
        return List.of(arg);
    }

    @Override
    public JsonIsPredicate withArguments(List<Expr> arguments) {
        return new JsonIsPredicate(arguments.getFirst(), itemType, uniqueKeys, at);
    }

    @Override
    public JsonIsPredicate withoutPosition() {
        return new JsonIsPredicate(arg, itemType, uniqueKeys, Position.NONE);
    }
}
