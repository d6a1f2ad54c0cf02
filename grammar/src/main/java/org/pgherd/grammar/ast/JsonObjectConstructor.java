package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// JSON_OBJECT.
public record JsonObjectConstructor(
        List<JsonKeyValue> exprs, @Nullable JsonOutput output, boolean absentOnNull, boolean unique, Position at)
        implements Expr {
    public JsonObjectConstructor {
        exprs = List.copyOf(exprs);
    }
}
