package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `IS [NOT] TRUE | FALSE | UNKNOWN`.
public record BooleanTest(Expr arg, Kind kind, Position at) implements Expr {
    /// Which test (BoolTestType).
    public enum Kind {
        IS_TRUE,
        IS_NOT_TRUE,
        IS_FALSE,
        IS_NOT_FALSE,
        IS_UNKNOWN,
        IS_NOT_UNKNOWN
    }

    @Override
    public SqlType type() {
        return SqlType.BOOL;
    }
}
