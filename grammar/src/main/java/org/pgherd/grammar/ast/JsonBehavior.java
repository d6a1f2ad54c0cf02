package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ON EMPTY, ON ERROR.
public record JsonBehavior(JsonBehaviorType btype, @Nullable Expr expr, Position at) implements Node {}
