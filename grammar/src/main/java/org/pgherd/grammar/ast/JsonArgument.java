package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// One value of PASSING.
public record JsonArgument(JsonValueExpr val, String name, Position at) implements Node {}
