package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// CREATE TABLE AS and CREATE MATERIALIZED VIEW; `query` is a [SelectStmt] or an [ExecuteStmt].
public record CreateTableAsStmt(Statement query, IntoClause into, ObjectType objtype, boolean ifNotExists, Position at)
        implements UtilityStatement {}
