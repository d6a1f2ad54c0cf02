package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An inner join without order of its items, filtered by `quals`.
public record FromExpr(List<FromItem> fromList, @Nullable Expr quals) implements FromItem {
    public FromExpr {
        fromList = List.copyOf(fromList);
    }

    public FromExpr withQuals(@Nullable Expr changed) {
        return new FromExpr(fromList, changed);
    }
}
