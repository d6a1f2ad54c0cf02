package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// ALTER SYSTEM.
public record AlterSystemStmt(VariableSetStmt setstmt, Position at) implements UtilityStatement {}
