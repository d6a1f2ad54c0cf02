package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER ... OWNER TO.
public record AlterOwnerStmt(
        ObjectType objectType,
        @Nullable RangeVar relation,
        @Nullable Node object,
        RoleSpec newowner,
        Position at) implements UtilityStatement {}
