package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// REINDEX.
public record ReindexStmt(
        ReindexObjectType kind,
        @Nullable RangeVar relation,
        @Nullable String name,
        List<DefElem> params,
        Position at) implements UtilityStatement {
    public ReindexStmt {
        params = List.copyOf(params);
    }
}
