package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// $n.
public record ParamRef(int number, Position at) implements Expr {}
