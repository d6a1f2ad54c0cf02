package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `IS NULL` or `IS NOT NULL`; with `argIsRow` the field by field test of a composite.
public record NullTest(Expr arg, boolean isNull, boolean argIsRow, Position at) implements Expr {
    @Override
    public SqlType type() {
        return SqlType.BOOL;
    }
}
