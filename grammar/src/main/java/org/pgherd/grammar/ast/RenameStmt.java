package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER ... RENAME.
public record RenameStmt(
        ObjectType renameType,
        ObjectType relationType,
        @Nullable RangeVar relation,
        @Nullable Node object,
        @Nullable String subname,
        String newname,
        DropBehavior behavior,
        boolean missingOk,
        Position at)
        implements UtilityStatement {}
