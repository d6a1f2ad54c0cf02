package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// JSON_ARRAYAGG.
public record JsonArrayAgg(JsonAggConstructor constructor, JsonValueExpr arg, boolean absentOnNull, Position at)
        implements Expr {}
