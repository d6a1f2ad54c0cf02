package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `arg COLLATE name`.
public record CollateExpr(Expr arg, int collation, Position at) implements Expr {
    @Override
    public SqlType type() {
        return arg.type().withCollation(collation);
    }
}
