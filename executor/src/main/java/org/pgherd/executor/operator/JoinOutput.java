package org.pgherd.executor.operator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;

/// Pairs of row numbers, turned into a batch of the outer's and then the inner's columns. -1 stands for a row
/// of NULLs.
final class JoinOutput {
    private int[] outerRows = new int[Batch.DEFAULT_ROWS];
    private int[] innerRows = new int[Batch.DEFAULT_ROWS];
    private int count;
    private boolean outerNulls;
    private boolean innerNulls;

    void add(int outerRow, int innerRow) {
        if (count == outerRows.length) {
            outerRows = Arrays.copyOf(outerRows, count * 2);
            innerRows = Arrays.copyOf(innerRows, count * 2);
        }
        outerRows[count] = outerRow;
        innerRows[count++] = innerRow;
        outerNulls |= outerRow < 0;
        innerNulls |= innerRow < 0;
    }

    int count() {
        return count;
    }

    /// The pairs so far as rows, null if there are none; begins anew.
    ///
    /// @param inner null if only the outer columns are wanted
    @Nullable
    Batch take(Batch outer, @Nullable Batch inner) {
        if (count == 0) {
            return null;
        }
        int innerColumns = inner == null ? 0 : inner.columnCount();
        Vector[] columns = new Vector[outer.columnCount() + innerColumns];
        for (int i = 0; i < outer.columnCount(); i++) {
            columns[i] = pick(outer.column(i), outerRows, outerNulls);
        }
        if (inner != null) {
            for (int i = 0; i < innerColumns; i++) {
                columns[outer.columnCount() + i] = pick(inner.column(i), innerRows, innerNulls);
            }
        }
        Batch batch = new Batch(count, columns);
        count = 0;
        outerNulls = false;
        innerNulls = false;
        return batch;
    }

    private Vector pick(Vector source, int[] rows, boolean nulls) {
        return nulls ? Gather.orNull(source, rows, count) : source.gather(rows, count);
    }
}
