package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// DEFAULT as a value.
public record SetToDefault(Position at) implements Expr {}
