package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER ... SET SCHEMA.
public record AlterObjectSchemaStmt(
        ObjectType objectType,
        @Nullable RangeVar relation,
        @Nullable Node object,
        String newschema,
        boolean missingOk,
        Position at)
        implements UtilityStatement {}
