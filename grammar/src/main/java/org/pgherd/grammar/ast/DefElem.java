package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// An option: name and value (an [AConst], [TypeName], [QualifiedName], [NodeList], [AStar]...).
/// `WITH (pgherd.shard_by = 'x')` has `defnamespace` pgherd.
public record DefElem(
        @Nullable String defnamespace,
        String defname,
        @Nullable Node arg,
        DefElemAction defaction,
        Position at) implements Node {}
