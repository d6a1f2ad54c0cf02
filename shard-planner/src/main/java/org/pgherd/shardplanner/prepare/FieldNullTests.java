package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.RowExpr;

/// ROW(a, b) IS [NOT] NULL  =>  a IS [NOT] NULL AND b IS [NOT] NULL, of which each can then be told from its column
/// (eval_const_expressions of clauses.c). A field that is a row itself is NULL only as a whole.
final class FieldNullTests {
    private FieldNullTests() {}

    static Expr of(NullTest test, RowExpr row) {
        List<Expr> tests = new ArrayList<>();
        for (Expr field : row.args()) {
            if (!(field instanceof Const value)) {
                tests.add(new NullTest(field, test.isNull(), false, test.at()));
            } else if (value.isNull() != test.isNull()) {
                return Const.ofBoolean(false, test.at());
            }
        }
        return switch (tests.size()) {
            case 0 -> Const.ofBoolean(true, test.at());
            case 1 -> tests.getFirst();
            default -> new BoolExpr(BoolExpr.Kind.AND, tests, test.at());
        };
    }
}
