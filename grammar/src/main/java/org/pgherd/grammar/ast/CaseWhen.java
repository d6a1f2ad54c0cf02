package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// WHEN ... THEN.
public record CaseWhen(Expr expr, Expr result, Position at) implements Node {}
