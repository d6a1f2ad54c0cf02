package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// JSON_ARRAY of values.
public record JsonArrayConstructor(
        List<JsonValueExpr> exprs, @Nullable JsonOutput output, boolean absentOnNull, Position at) implements Expr {
    public JsonArrayConstructor {
        exprs = List.copyOf(exprs);
    }
}
