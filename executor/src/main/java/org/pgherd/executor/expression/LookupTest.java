package org.pgherd.executor.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// The test of a hashed ANY, taken apart: what is looked up, and by what of a subquery's row.
///
/// @param sought over the current row
/// @param keys over a row of the subquery
/// @param soughtTypes with the collations of the comparisons
/// @param keyTypes likewise
public record LookupTest(Evaluator[] sought, Evaluator[] keys, SqlType[] soughtTypes, SqlType[] keyTypes) {
    /// Null if the subplan is not one.
    static @Nullable LookupTest of(SubPlanExpr plan, ExpressionCompiler compiler) {
        Expr test = plan.test();
        if (!plan.hashed() || test == null) {
            return null;
        }
        List<Expr> parts = test instanceof BoolExpr all ? all.args() : List.of(test);
        int count = parts.size();
        LookupTest made =
                new LookupTest(new Evaluator[count], new Evaluator[count], new SqlType[count], new SqlType[count]);
        for (int i = 0; i < count; i++) {
            OpExpr equality = (OpExpr) parts.get(i);
            made.sought[i] = compiler.compile(equality.left());
            made.keys[i] = compiler.compile(equality.right());
            made.soughtTypes[i] = equality.left().type().withCollation(equality.inputCollation());
            made.keyTypes[i] = equality.right().type().withCollation(equality.inputCollation());
        }
        return made;
    }

    /// What a row of the subquery is found by.
    public @Nullable Object[] key(RowFrame frame, Batch batch, int row) {
        @Nullable Object[] around = frame.subLinkRow;
        frame.subLinkRow = SubPlans.row(batch, row);
        try {
            @Nullable Object[] key = new Object[keys.length];
            for (int i = 0; i < key.length; i++) {
                key[i] = keys[i].evaluate(frame);
            }
            return key;
        } finally {
            frame.subLinkRow = around;
        }
    }
}
