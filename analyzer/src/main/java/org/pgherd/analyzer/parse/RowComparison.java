package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.RowCompareExpr;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.AmopRow;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.type.TypeOids;

/// `(a, b) op (c, d)` (make_row_comparison_op of parse_expr.c).
final class RowComparison {
    private static final int NOT_EQUAL = 6;

    private RowComparison() {}

    /// What an operator means to a btree family; strategy 6 is the negated equality.
    private record Meaning(int family, int strategy) {}

    static Expr compare(ParseState p, List<String> name, List<Expr> left, List<Expr> right, Position at) {
        if (left.size() != right.size()) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "unequal number of entries in row expressions", at);
        }
        if (left.isEmpty()) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "cannot compare rows of zero length", at);
        }
        List<OpExpr> ops = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            OpExpr op = (OpExpr) OperatorResolution.apply(p, name, left.get(i), right.get(i), p.lastSrf, at);
            if (op.type().oid() != TypeOids.BOOL) {
                throw new SqlException(
                        SqlState.DATATYPE_MISMATCH,
                        "row comparison operator must yield type boolean, not type "
                                + p.catalog().formatType(op.type().oid()),
                        at);
            }
            if (op.retset()) {
                throw new SqlException(SqlState.DATATYPE_MISMATCH, "row comparison operator must not return a set", at);
            }
            ops.add(op);
        }
        if (ops.size() == 1) {
            return ops.getFirst();
        }
        int strategy = commonStrategy(p, ops);
        if (strategy == 0) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "could not determine interpretation of row comparison operator " + name.getLast(),
                            at)
                    .withHint("Row comparison operators must be associated with btree operator families.");
        }
        if (strategy == 3) {
            return new BoolExpr(BoolExpr.Kind.AND, new ArrayList<>(ops), at);
        }
        if (strategy == NOT_EQUAL) {
            return new BoolExpr(BoolExpr.Kind.OR, new ArrayList<>(ops), at);
        }
        List<Integer> families = new ArrayList<>();
        for (OpExpr op : ops) {
            Meaning meaning = withStrategy(meanings(p, op.opNo()), strategy);
            if (meaning == null) {
                throw new SqlException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "could not determine interpretation of row comparison operator " + name.getLast(),
                                at)
                        .withDetail("There are multiple equally-plausible candidates.");
            }
            families.add(meaning.family);
        }
        RowCompareExpr.Kind kind = switch (strategy) {
            case 1 -> RowCompareExpr.Kind.LT;
            case 2 -> RowCompareExpr.Kind.LE;
            case 4 -> RowCompareExpr.Kind.GE;
            default -> RowCompareExpr.Kind.GT;
        };
        return new RowCompareExpr(
                kind,
                ops.stream().map(OpExpr::opNo).toList(),
                families,
                ops.stream().map(_ -> 0).toList(),
                ops.stream().map(OpExpr::left).toList(),
                ops.stream().map(OpExpr::right).toList(),
                at);
    }

    private static int commonStrategy(ParseState p, List<OpExpr> ops) {
        for (int strategy = 1; strategy <= NOT_EQUAL; strategy++) {
            int wanted = strategy;
            if (ops.stream().allMatch(op -> withStrategy(meanings(p, op.opNo()), wanted) != null)) {
                return strategy;
            }
        }
        return 0;
    }

    private static @Nullable Meaning withStrategy(List<Meaning> meanings, int strategy) {
        for (Meaning meaning : meanings) {
            if (meaning.strategy == strategy) {
                return meaning;
            }
        }
        return null;
    }

    private static List<Meaning> meanings(ParseState p, int operator) {
        List<Meaning> list = new ArrayList<>();
        for (AmopRow row : p.catalog().operatorClasses().amopsOfOperator(operator)) {
            if (row.method().equals("btree") && row.purpose() == 's') {
                list.add(new Meaning(row.family(), row.strategy()));
            }
        }
        OperatorRow row = p.catalog().catalog().operator(operator);
        if (list.isEmpty() && row != null && row.negator() != 0) {
            for (AmopRow amop : p.catalog().operatorClasses().amopsOfOperator(row.negator())) {
                if (amop.method().equals("btree") && amop.strategy() == 3) {
                    list.add(new Meaning(amop.family(), NOT_EQUAL));
                }
            }
        }
        return list;
    }
}
