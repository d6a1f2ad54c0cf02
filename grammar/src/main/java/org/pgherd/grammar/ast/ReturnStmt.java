package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// RETURN expression, the body of a SQL-standard function.
public record ReturnStmt(Expr returnval, Position at) implements UtilityStatement {}
