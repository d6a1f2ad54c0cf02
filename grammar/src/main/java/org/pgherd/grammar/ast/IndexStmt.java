package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE INDEX.
public record IndexStmt(
        @Nullable String idxname,
        RangeVar relation,
        @Nullable String accessMethod,
        @Nullable String tableSpace,
        List<IndexElem> indexParams,
        List<IndexElem> indexIncludingParams,
        List<DefElem> options,
        @Nullable Expr whereClause,
        boolean unique,
        boolean nullsNotDistinct,
        boolean concurrent,
        boolean ifNotExists,
        Position at)
        implements UtilityStatement {
    public IndexStmt {
        indexParams = List.copyOf(indexParams);
        indexIncludingParams = List.copyOf(indexIncludingParams);
        options = List.copyOf(options);
    }
}
