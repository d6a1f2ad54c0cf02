package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// ARRAY[...]; with `multiDims` the elements are arrays themselves.
public record ArrayExpr(List<Expr> elements, int elementType, boolean multiDims, SqlType type, Position at)
        implements Expr {
    public ArrayExpr {
        elements = List.copyOf(elements);
    }
}
