package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A column or expression of CREATE STATISTICS.
public record StatsElem(@Nullable String name, @Nullable Expr expr, Position at) implements Node {}
