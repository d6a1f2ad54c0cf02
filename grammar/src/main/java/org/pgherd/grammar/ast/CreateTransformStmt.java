package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE TRANSFORM.
public record CreateTransformStmt(
        boolean replace,
        TypeName typeName,
        String lang,
        @Nullable ObjectWithArgs fromsql,
        @Nullable ObjectWithArgs tosql,
        Position at)
        implements UtilityStatement {}
