package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// COMMENT ON.
public record CommentStmt(
        ObjectType objtype, Node object, @Nullable String comment, Position at) implements UtilityStatement {}
