package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER ... DEPENDS ON EXTENSION.
public record AlterObjectDependsStmt(
        ObjectType objectType, @Nullable RangeVar relation, Node object, String extname, boolean remove, Position at)
        implements UtilityStatement {}
