package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.SortKey;

/// One aggregate call over all groups of one grouping set: FILTER, DISTINCT and ORDER BY around the accumulator.
final class AggregateState {
    private static final int INT4_LT = 97;
    private static final int INT4_EQ = 96;

    private final AggregateCall call;
    private final ExecutionState state;
    private final GroupedAccumulator accumulator;
    private final BatchExpression[] arguments;
    private final Evaluator[] directArguments;
    private final @Nullable BatchExpression filter;
    private final RowFrame frame;
    /// With DISTINCT: over the arguments and, behind them, the number of the group.
    private final @Nullable DistinctRows distinct;
    /// With ORDER BY: over the same columns.
    private final @Nullable ExternalSort sort;
    /// Whether rows are sorted before equal ones are dropped: what cannot be hashed is compared then, which may fail.
    private final boolean sortsFirst;
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
        List<PlanColumn> columns = columns(call);
        this.distinct = call.distinct().isEmpty() ? null : distinct(call, columns, state);
        this.sortsFirst = !call.orderBy().isEmpty()
                && call.distinct().stream().anyMatch(key -> KeyValues.isAnonymous(key.type()));
        List<SortKey> order = sortsFirst ? withinGroups(call.orderBy(), columns.size()) : call.orderBy();
        this.sort = order.isEmpty() ? null : new ExternalSort(new RowOrder(order, state), columns, state);
        AggregateFunction function = AggregateRegistry.instance().aggregate(call.function());
        if (function == null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "aggregate function " + call.function() + " cannot be computed by the coordinator");
        }
        this.accumulator = function.accumulator(state.functions(), site(call), call.function());
    }

    /// Rows of different groups are not compared where comparing may fail.
    ///
    /// @param groupColumn the last one, which has the numbers of the groups
    private static List<SortKey> withinGroups(List<SortKey> order, int groupColumn) {
        List<SortKey> keys = new ArrayList<>();
        keys.add(new SortKey(groupColumn, SqlType.INT4, INT4_LT, INT4_EQ, false, false, 0));
        keys.addAll(order);
        return keys;
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

    private static List<PlanColumn> columns(AggregateCall call) {
        List<PlanColumn> columns = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            columns.add(new PlanColumn("", argument.type()));
        }
        columns.add(new PlanColumn("", SqlType.INT4));
        return columns;
    }

    private static DistinctRows distinct(AggregateCall call, List<PlanColumn> columns, ExecutionState state) {
        List<GroupKey> keys = new ArrayList<>();
        for (GroupKey key : call.distinct()) {
            keys.add(key);
        }
        keys.add(new GroupKey(columns.size(), SqlType.INT4, 0, 0));
        return new DistinctRows(keys, columns, state);
    }

    /// One batch of the child, row i into groups[i].
    ///
    /// @param single whether there is no group but 0
    void add(int[] rowsGroups, Batch batch, boolean single) {
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
        int count = input.rowCount();
        if (distinct == null && sort == null) {
            Vector[] all = withDirect(values, count);
            if (single) {
                accumulator.addAll(0, all, 0, count);
            } else {
                accumulator.addAll(groupsOfRows, all, 0, count);
            }
            account();
            return;
        }
        Vector[] columns = Arrays.copyOf(values, values.length + 1);
        columns[values.length] = new IntVector(count, Arrays.copyOf(groupsOfRows, count), null);
        Batch rows = new Batch(count, columns);
        if (sortsFirst) {
            ordered(rows);
        } else {
            distinct(rows);
        }
    }

    private void distinct(Batch rows) {
        Batch fresh = distinct == null ? rows : distinct.firstSeen(rows);
        if (fresh != null) {
            if (sortsFirst) {
                accumulate(fresh);
            } else {
                ordered(fresh);
            }
        }
    }

    /// Rows of arguments and group number, to be put in order if that matters.
    private void ordered(Batch rows) {
        if (sort == null) {
            accumulate(rows);
        } else {
            sort.add(rows);
        }
    }

    private void accumulate(Batch rows) {
        int width = rows.columnCount() - 1;
        IntVector groupColumn = (IntVector) rows.column(width);
        Vector[] values = Arrays.copyOf(rows.columns(), width);
        accumulator.addAll(groupColumn.values(), withDirect(values, rows.rowCount()), 0, rows.rowCount());
        account();
    }

    private void account() {
        long now = accumulator.memory();
        if (now > reserved + (1 << 16)) {
            state.memory().reserve(now - reserved);
            reserved = now;
        }
    }

    /// Bytes that the groups' states hold.
    long memory() {
        return accumulator.memory();
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

    /// All rows have come: those that had to wait for their order are aggregated now.
    void endOfInput() {
        if (sortsFirst) {
            endOfSort();
            endOfDistinct();
        } else {
            endOfDistinct();
            endOfSort();
        }
    }

    private void endOfDistinct() {
        if (distinct == null) {
            return;
        }
        for (Batch batch = distinct.deferred(); batch != null; batch = distinct.deferred()) {
            if (sortsFirst) {
                accumulate(batch);
            } else {
                ordered(batch);
            }
        }
        distinct.clear();
    }

    private void endOfSort() {
        if (sort == null) {
            return;
        }
        sort.finish();
        for (Batch batch = sort.next(); batch != null; batch = sort.next()) {
            if (sortsFirst) {
                distinct(batch);
            } else {
                accumulate(batch);
            }
        }
        sort.clear();
    }

    void finish(int group, VectorBuilder out) {
        accumulator.finish(group, out);
    }

    void close() {
        if (distinct != null) {
            distinct.clear();
        }
        if (sort != null) {
            sort.close();
        }
        state.memory().release(reserved);
        reserved = 0;
    }
}
