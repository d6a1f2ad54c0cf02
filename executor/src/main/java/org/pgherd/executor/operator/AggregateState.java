package org.pgherd.executor.operator;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.aggregate.AggregateFunction;
import org.pgherd.semantics.aggregate.AggregateRegistry;
import org.pgherd.semantics.aggregate.GroupedAccumulator;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.SortKey;

/// One aggregate call over all groups of one grouping set: FILTER, DISTINCT and ORDER BY around the accumulator.
final class AggregateState {
    private final AggregateCall call;
    private final ExecutionState state;
    private final GroupedAccumulator accumulator;
    private final BatchExpression[] arguments;
    private final Evaluator[] directArguments;
    private final @Nullable BatchExpression filter;
    private final RowFrame frame;
    private final Set<KeyValues.Tuple> seen = new HashSet<>();
    private final boolean ordered;
    /// With ORDER BY: the rows of arguments, and which group each belongs to.
    private final @Nullable RowBuffer rows;

    private final LongArrayList rowGroups = new LongArrayList();
    private int groups;
    private long reserved;

    AggregateState(AggregateCall call, ExpressionCompiler compiler, ExecutionState state) {
        this.call = call;
        this.state = state;
        this.frame = new RowFrame(state);
        this.arguments = compile(call.arguments(), compiler);
        this.directArguments = compiler.compileAll(call.directArguments());
        Expr condition = call.filter();
        this.filter = condition == null ? null : BatchExpression.compile(condition, compiler);
        this.ordered = !call.orderBy().isEmpty();
        this.rows = ordered ? new RowBuffer(state.memory()) : null;
        AggregateFunction function = AggregateRegistry.instance().aggregate(call.function());
        if (function == null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "aggregate function " + call.function() + " cannot be computed by the coordinator");
        }
        this.accumulator = function.accumulator(state.functions(), site(call), call.function());
    }

    static BatchExpression[] compile(List<Expr> expressions, ExpressionCompiler compiler) {
        return expressions.stream()
                .map(e -> BatchExpression.compile(e, compiler))
                .toArray(BatchExpression[]::new);
    }

    private static CallSite site(AggregateCall call) {
        SqlType[] types = new SqlType[call.directArguments().size() + call.argumentCount()];
        int at = 0;
        for (Expr direct : call.directArguments()) {
            types[at++] = direct.type();
        }
        for (int i = 0; i < call.argumentCount(); i++) {
            types[at++] = call.arguments().get(i).type();
        }
        return new CallSite(List.of(types), call.type(), call.inputCollation(), call.variadic(), List.of());
    }

    void ensureGroups(int count) {
        if (count > groups) {
            groups = count;
            accumulator.ensureGroups(count);
        }
    }

    /// One batch of the child, row i into groups[i].
    void add(int[] rowsGroups, Batch batch) {
        int[] groupsOfRows = rowsGroups;
        Batch input = batch;
        BatchExpression condition = filter;
        if (condition != null) {
            BooleanVector passes = (BooleanVector) condition.evaluate(frame, batch);
            int[] selected = new int[batch.rowCount()];
            int count = 0;
            for (int row = 0; row < batch.rowCount(); row++) {
                if (!passes.isNull(row) && passes.get(row)) {
                    selected[count++] = row;
                }
            }
            if (count == 0) {
                return;
            }
            if (count < batch.rowCount()) {
                input = Gather.rows(batch, selected, count);
                groupsOfRows = new int[count];
                for (int i = 0; i < count; i++) {
                    groupsOfRows[i] = rowsGroups[selected[i]];
                }
            }
        }
        Vector[] values = new Vector[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].evaluate(frame, input);
        }
        if (ordered) {
            keep(groupsOfRows, new Batch(input.rowCount(), values));
        } else if (call.distinct().isEmpty()) {
            accumulator.addAll(groupsOfRows, withDirect(values, input.rowCount()), 0, input.rowCount());
        } else {
            Vector[] all = withDirect(values, input.rowCount());
            for (int row = 0; row < input.rowCount(); row++) {
                if (isNew(groupsOfRows[row], values, row)) {
                    accumulator.add(groupsOfRows[row], all, row);
                }
            }
        }
        long now = accumulator.memory();
        if (now > reserved + (1 << 16)) {
            state.memory().reserve(now - reserved);
            reserved = now;
        }
    }

    private void keep(int[] rowsGroups, Batch values) {
        RowBuffer buffer = Objects.requireNonNull(rows);
        int batch = buffer.batchCount();
        buffer.add(values);
        for (int row = 0; row < values.rowCount(); row++) {
            rowGroups.add((long) rowsGroups[row]);
        }
        assert batch + 1 == buffer.batchCount();
    }

    /// Direct arguments come first, repeated for each row.
    private Vector[] withDirect(Vector[] values, int count) {
        Vector[] used = values.length == call.argumentCount() ? values : Arrays.copyOf(values, call.argumentCount());
        if (directArguments.length == 0) {
            return used;
        }
        Vector[] all = new Vector[directArguments.length + used.length];
        for (int i = 0; i < directArguments.length; i++) {
            Object value = directArguments[i].evaluate(frame);
            VectorBuilder repeated =
                    VectorBuilder.of(call.directArguments().get(i).type().carrier(), count);
            for (int row = 0; row < count; row++) {
                repeated.appendBoxed(value);
            }
            all[i] = repeated.build();
        }
        System.arraycopy(used, 0, all, directArguments.length, used.length);
        return all;
    }

    private boolean isNew(int group, Vector[] values, int row) {
        int count = call.distinct().size();
        @Nullable Object[] key = new Object[count + 1];
        key[count] = group;
        for (int i = 0; i < count; i++) {
            int column = call.distinct().get(i).column() - 1;
            key[i] = KeyValues.normal(
                    values[column].boxed(row), call.distinct().get(i).type().oid());
        }
        boolean fresh = seen.add(new KeyValues.Tuple(key));
        if (fresh) {
            state.memory().reserve(96);
        }
        return fresh;
    }

    /// All rows have come: those that had to wait for their order are aggregated now.
    void endOfInput() {
        RowBuffer buffer = rows;
        if (buffer == null || buffer.rowCount() == 0) {
            return;
        }
        List<SortKey> order = call.orderBy();
        long[] addresses = RowAddresses.of(buffer);
        RowAddresses.sort(addresses, buffer, new RowOrder(order, state), state.cancel());
        int[] firstRow = new int[buffer.batchCount() + 1];
        Vector[][] inputs = new Vector[buffer.batchCount()][];
        for (int b = 0; b < buffer.batchCount(); b++) {
            firstRow[b + 1] = firstRow[b] + buffer.batch(b).rowCount();
            inputs[b] = withDirect(buffer.batch(b).columns(), buffer.batch(b).rowCount());
        }
        for (long address : addresses) {
            int batch = (int) (address >> 32);
            int row = (int) address;
            int group = (int) rowGroups.getLong(firstRow[batch] + row);
            if (call.distinct().isEmpty() || isNew(group, buffer.batch(batch).columns(), row)) {
                accumulator.add(group, inputs[batch], row);
            }
        }
        buffer.clear();
        rowGroups.clear();
    }

    void finish(int group, VectorBuilder out) {
        accumulator.finish(group, out);
    }

    void close() {
        if (rows != null) {
            rows.close();
        }
        seen.clear();
        state.memory().release(reserved);
        reserved = 0;
    }
}
