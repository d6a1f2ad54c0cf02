package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// JSON(...).
public record JsonParseExpr(JsonValueExpr expr, @Nullable JsonOutput output, boolean uniqueKeys, Position at)
        implements Expr {}
