package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// CASE. With `arg`, each condition compares a CaseTestExpr that stands for its value.
public record CaseExpr(@Nullable Expr arg, List<CaseWhen> whens, Expr orElse, SqlType type, Position at)
        implements Expr {
    public CaseExpr {
        whens = List.copyOf(whens);
    }
}
