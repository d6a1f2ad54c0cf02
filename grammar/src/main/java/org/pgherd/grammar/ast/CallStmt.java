package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// CALL.
public record CallStmt(FuncCall funccall, Position at) implements UtilityStatement {}
