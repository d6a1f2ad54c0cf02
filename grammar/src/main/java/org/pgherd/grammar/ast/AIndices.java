package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// [index] (in `uidx`) or [lower:upper].
public record AIndices(
        boolean isSlice, @Nullable Expr lidx, @Nullable Expr uidx, Position at) implements Indirection {}
