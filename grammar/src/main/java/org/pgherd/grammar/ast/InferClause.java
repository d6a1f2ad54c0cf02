package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// The arbiter of ON CONFLICT.
public record InferClause(
        List<IndexElem> indexElems,
        @Nullable Expr whereClause,
        @Nullable String conname,
        Position at) implements Node {
    public InferClause {
        indexElems = List.copyOf(indexElems);
    }
}
