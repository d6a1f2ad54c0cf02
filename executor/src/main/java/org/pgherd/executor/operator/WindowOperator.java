package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.SortKey;
import org.pgherd.shardplanner.plan.WindowAgg;

/// Runs WindowAgg over the sorted input: some partitions at a time, each of which must fit into memory.
final class WindowOperator extends SingleChild {
    private static final int ENOUGH = 8 * Batch.DEFAULT_ROWS;

    private final WindowAgg node;
    private final ExpressionCompiler compiler;
    private final ExecutionState state;
    private final RowFrame frame;
    private final RowBuffer buffer;
    private @Nullable Batch result;
    private boolean started;
    private boolean ended;
    private @Nullable Object startOffset;
    private @Nullable Object endOffset;
    /// Rows after which it is worth while to look for a partition's end.
    private int enough = ENOUGH;

    private int position;

    WindowOperator(WindowAgg node, Operator child, ExpressionCompiler compiler, ExecutionState state) {
        super(child);
        this.node = node;
        this.compiler = compiler;
        this.state = state;
        this.frame = new RowFrame(state);
        this.buffer = new RowBuffer(state.memory());
    }

    @Override
    public void restart() {
        clear();
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        while (true) {
            Batch all = result;
            if (all != null && position < all.rowCount()) {
                int count = Math.min(Batch.DEFAULT_ROWS, all.rowCount() - position);
                Batch part = Gather.slice(all, position, count);
                position += count;
                return part;
            }
            result = null;
            position = 0;
            if (ended && buffer.rowCount() == 0) {
                return null;
            }
            read();
        }
    }

    /// Reads on until the rows of some partitions are complete, and computes those.
    private void read() {
        while (!ended && buffer.rowCount() < enough && !buffer.isFull(0)) {
            state.cancel().check();
            Batch batch = child.next();
            if (batch == null) {
                ended = true;
                child.close();
            } else {
                buffer.add(batch);
            }
        }
        if (buffer.rowCount() == 0) {
            return;
        }
        Batch rows = buffer.concatenate(BatchBuilder.builders(node.child().output(), buffer.rowCount()));
        int[] ends = partitionEnds(rows);
        int complete = ended ? ends.length : ends.length - 1;
        if (complete == 0) {
            // one partition so far: it must be there as a whole
            enough = buffer.rowCount() * 2;
            readMore();
            return;
        }
        enough = ENOUGH;
        int end = ends[complete - 1];
        Batch rest = end < rows.rowCount() ? Gather.slice(rows, end, rows.rowCount() - end) : null;
        compute(Gather.slice(rows, 0, end), Arrays.copyOf(ends, complete));
        buffer.clear();
        if (rest != null) {
            buffer.add(rest);
        }
    }

    /// Past its share of memory, as far as the statement's limit allows.
    private void readMore() {
        while (!ended && buffer.rowCount() < enough) {
            state.cancel().check();
            Batch batch = child.next();
            if (batch == null) {
                ended = true;
                child.close();
                enough = 0;
            } else {
                buffer.add(batch);
            }
        }
    }

    private void compute(Batch rows, int[] ends) {
        List<SortKey> orderKeys = node.order();
        RowOrder order = orderKeys.isEmpty() ? null : new RowOrder(orderKeys, state);
        if (!started) {
            started = true;
            startOffset = offset(node.frame().startOffset());
            endOffset = offset(node.frame().endOffset());
        }
        WindowFrames frames = new WindowFrames(
                node.frame(),
                order,
                orderKeys.isEmpty() ? -1 : orderKeys.getFirst().column() - 1,
                orderKeys.isEmpty() ? null : orderKeys.getFirst().type(),
                startOffset,
                endOffset,
                rows,
                state);
        List<WindowFunction> functions = new ArrayList<>();
        VectorBuilder[] out = new VectorBuilder[node.calls().size()];
        for (int i = 0; i < out.length; i++) {
            functions.add(WindowFunction.of(node.calls().get(i), rows, frames, compiler, state));
            out[i] = VectorBuilder.of(node.callColumns().get(i).type().carrier(), rows.rowCount());
        }
        int from = 0;
        for (int end : ends) {
            state.cancel().check();
            frames.partition(from, end);
            for (int i = 0; i < out.length; i++) {
                functions.get(i).partition(from, end, out[i]);
            }
            from = end;
        }
        Vector[] columns = Arrays.copyOf(rows.columns(), rows.columnCount() + out.length);
        for (int i = 0; i < out.length; i++) {
            columns[rows.columnCount() + i] = out[i].build();
        }
        result = new Batch(rows.rowCount(), columns);
    }

    private @Nullable Object offset(@Nullable Expr expr) {
        return expr == null ? null : BatchExpression.compile(expr, compiler).value(frame, new Batch(1), 0);
    }

    /// Where each partition ends, in order.
    private int[] partitionEnds(Batch rows) {
        List<GroupKey> keys = node.partition();
        if (keys.isEmpty()) {
            return new int[] {rows.rowCount()};
        }
        KeyTable table = KeyTable.of(keys, state.types());
        Vector[] key = DistinctRows.keyOf(
                rows, keys.stream().mapToInt(k -> k.column() - 1).toArray());
        int[] ends = new int[16];
        int count = 0;
        int current = table.add(key, 0);
        for (int row = 1; row <= rows.rowCount(); row++) {
            int number = row == rows.rowCount() ? -1 : table.add(key, row);
            if (number != current) {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, count * 2);
                }
                ends[count++] = row;
                current = number;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    private void clear() {
        buffer.clear();
        result = null;
        started = false;
        ended = false;
        enough = ENOUGH;
        position = 0;
    }

    @Override
    public void close() {
        clear();
        child.close();
    }
}
