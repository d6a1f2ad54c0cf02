package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// key : value.
public record JsonKeyValue(Expr key, JsonValueExpr value, Position at) implements Node {}
