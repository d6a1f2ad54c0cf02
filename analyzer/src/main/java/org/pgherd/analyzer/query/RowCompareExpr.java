package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `(a, b) < (c, d)`, field by field in btree order. Equality and inequality become AND and OR instead.
public record RowCompareExpr(
        Kind kind,
        List<Integer> opNos,
        List<Integer> opFamilies,
        List<Integer> inputCollations,
        List<Expr> left,
        List<Expr> right,
        Position at)
        implements Expr {
    public RowCompareExpr {
        opNos = List.copyOf(opNos);
        opFamilies = List.copyOf(opFamilies);
        inputCollations = List.copyOf(inputCollations);
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /// Which comparison.
    public enum Kind {
        LT,
        LE,
        GE,
        GT
    }

    @Override
    public SqlType type() {
        return SqlType.BOOL;
    }
}
