package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// The value under test: of the CASE around, or the element in an ArrayCoerceExpr.
public record CaseTestExpr(SqlType type) implements Expr {
    @Override
    public Position at() {
        return Position.NONE;
    }
}
