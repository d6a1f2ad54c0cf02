package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// IS [NOT] NULL.
public record NullTest(Expr arg, NullTestType nulltesttype, Position location, Position at) implements Expr {}
