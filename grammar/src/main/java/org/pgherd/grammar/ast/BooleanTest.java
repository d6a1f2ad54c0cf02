package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// IS [NOT] TRUE, FALSE, UNKNOWN.
public record BooleanTest(Expr arg, BoolTestType booltesttype, Position location, Position at) implements Expr {}
