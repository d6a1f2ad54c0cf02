package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE CAST.
public record CreateCastStmt(
        TypeName sourcetype,
        TypeName targettype,
        @Nullable ObjectWithArgs func,
        CoercionContext context,
        boolean inout,
        Position at)
        implements UtilityStatement {}
