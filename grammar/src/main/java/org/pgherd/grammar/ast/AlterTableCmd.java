package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// One action of ALTER TABLE.
public record AlterTableCmd(
        AlterTableType subtype,
        @Nullable String name,
        int num,
        @Nullable RoleSpec newowner,
        @Nullable Node def,
        DropBehavior behavior,
        boolean missingOk,
        boolean recurse,
        Position at)
        implements Node {}
