package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// JSON_SERIALIZE.
public record JsonSerializeExpr(
        JsonValueExpr expr, @Nullable JsonOutput output, Position at) implements Expr {}
