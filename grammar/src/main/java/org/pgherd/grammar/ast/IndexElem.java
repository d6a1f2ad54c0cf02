package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A key of an index: column or expression.
public record IndexElem(
        @Nullable String name,
        @Nullable Expr expr,
        @Nullable String indexcolname,
        List<String> collation,
        List<String> opclass,
        List<DefElem> opclassopts,
        SortByDir ordering,
        SortByNulls nullsOrdering,
        Position at)
        implements Node {
    public IndexElem {
        collation = List.copyOf(collation);
        opclass = List.copyOf(opclass);
        opclassopts = List.copyOf(opclassopts);
    }
}
