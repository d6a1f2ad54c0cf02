package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// ROW(...): an anonymous record, or a named composite.
public record RowExpr(List<Expr> args, List<String> colNames, CoercionForm form, SqlType type, Position at)
        implements Expr {
    public RowExpr {
        args = List.copyOf(args);
        colNames = List.copyOf(colNames);
    }
}
