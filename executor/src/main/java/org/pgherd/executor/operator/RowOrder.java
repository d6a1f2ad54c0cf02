package org.pgherd.executor.operator;

import java.util.List;
import org.pgherd.executor.expression.EvaluationContext;
import org.pgherd.semantics.compare.Ordering;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.SortKey;

/// The order that sort keys make of rows.
final class RowOrder {
    private final int[] columns;
    private final boolean[] descending;
    private final boolean[] nullsFirst;
    private final Ordering[] orders;

    RowOrder(List<SortKey> keys, EvaluationContext context) {
        int count = keys.size();
        columns = new int[count];
        descending = new boolean[count];
        nullsFirst = new boolean[count];
        orders = new Ordering[count];
        for (int i = 0; i < count; i++) {
            SortKey key = keys.get(i);
            columns[i] = key.column() - 1;
            descending[i] = key.descending();
            nullsFirst[i] = key.nullsFirst();
            orders[i] = Orderings.of(
                    key.type().oid(), key.collation(), context.functions().types());
        }
    }

    /// These rows are about to be compared with each other.
    void foresee(Batch rows) {
        for (int i = 0; i < columns.length; i++) {
            orders[i].foresee(rows.column(columns[i]), rows.rowCount());
        }
    }

    int compare(Batch left, int leftRow, Batch right, int rightRow) {
        for (int i = 0; i < columns.length; i++) {
            Vector l = left.column(columns[i]);
            Vector r = right.column(columns[i]);
            boolean leftNull = l.isNull(leftRow);
            boolean rightNull = r.isNull(rightRow);
            int comparison;
            if (leftNull || rightNull) {
                if (leftNull && rightNull) {
                    continue;
                }
                comparison = leftNull == nullsFirst[i] ? -1 : 1;
            } else {
                comparison = orders[i].compare(l, leftRow, r, rightRow);
                if (descending[i]) {
                    comparison = -comparison;
                }
            }
            if (comparison != 0) {
                return comparison;
            }
        }
        return 0;
    }
}
