package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A value with FORMAT JSON.
public record JsonValueExpr(Expr rawExpr, @Nullable JsonFormat format, Position at) implements Node {}
