package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// ALTER DATABASE REFRESH COLLATION VERSION.
public record AlterDatabaseRefreshCollStmt(String dbname, Position at) implements UtilityStatement {}
