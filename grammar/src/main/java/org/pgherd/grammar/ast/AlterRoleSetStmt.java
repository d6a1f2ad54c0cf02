package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER ROLE SET; no role is ALL.
public record AlterRoleSetStmt(
        @Nullable RoleSpec role, @Nullable String database, VariableSetStmt setstmt, Position at)
        implements UtilityStatement {}
