package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// ALTER DATABASE SET.
public record AlterDatabaseSetStmt(String dbname, VariableSetStmt setstmt, Position at) implements UtilityStatement {}
