package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.SortKey;
import org.pgherd.shardplanner.plan.WindowAgg;

/// Runs WindowAgg: the sorted input in memory, partition after partition.
final class WindowOperator extends SingleChild {
    private final WindowAgg node;
    private final ExpressionCompiler compiler;
    private final ExecutionState state;
    private final RowFrame frame;
    private final RowBuffer buffer;
    private @Nullable Batch result;
    private boolean computed;
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
        if (!computed) {
            computed = true;
            compute();
        }
        Batch all = result;
        if (all == null || position >= all.rowCount()) {
            return null;
        }
        int count = Math.min(Batch.DEFAULT_ROWS, all.rowCount() - position);
        Batch part = Gather.slice(all, position, count);
        position += count;
        return part;
    }

    private void compute() {
        buffer.addAll(child, state);
        child.close();
        if (buffer.rowCount() == 0) {
            return;
        }
        Batch rows = buffer.concatenate(BatchBuilder.builders(node.child().output(), buffer.rowCount()));
        List<SortKey> orderKeys = node.order();
        RowOrder order = orderKeys.isEmpty() ? null : new RowOrder(orderKeys, state);
        WindowFrames frames = new WindowFrames(
                node.frame(),
                order,
                orderKeys.isEmpty() ? -1 : orderKeys.getFirst().column() - 1,
                orderKeys.isEmpty() ? null : orderKeys.getFirst().type(),
                offset(node.frame().startOffset()),
                offset(node.frame().endOffset()),
                rows,
                state);
        List<WindowFunction> functions = new ArrayList<>();
        VectorBuilder[] out = new VectorBuilder[node.calls().size()];
        for (int i = 0; i < out.length; i++) {
            functions.add(WindowFunction.of(node.calls().get(i), rows, frames, compiler, state));
            out[i] = VectorBuilder.of(node.callColumns().get(i).type().carrier(), rows.rowCount());
        }
        int[] ends = partitionEnds(rows);
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
        KeyTable table = new KeyTable(keys.stream().map(GroupKey::type).toArray(SqlType[]::new));
        Vector[] key = KeyFilter.keyOf(
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
        computed = false;
        position = 0;
    }

    @Override
    public void close() {
        clear();
        child.close();
    }
}
