package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// name => value.
public record NamedArgExpr(String name, Expr arg, Position at) implements Expr {}
