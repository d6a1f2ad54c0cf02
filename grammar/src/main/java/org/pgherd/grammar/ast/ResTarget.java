package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// An output column of SELECT, or a target column of INSERT (no `val`) and UPDATE.
public record ResTarget(
        @Nullable String name,
        List<Indirection> indirection,
        @Nullable Expr val,
        Position at) implements Node {
    public ResTarget {
        indirection = List.copyOf(indirection);
    }
}
