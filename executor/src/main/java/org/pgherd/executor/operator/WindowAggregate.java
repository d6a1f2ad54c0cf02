package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.expression.BatchExpression;
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
import org.pgherd.shardplanner.plan.WindowCall;

/// An aggregate over the frame of each row: carried on while the frame only grows, taken back where the
/// aggregate has an inverse, else computed anew (eval_windowaggregates).
final class WindowAggregate implements WindowFunction {
    private final WindowFrames frames;
    private final GroupedAccumulator accumulator;
    private final Vector[] arguments;
    private final @Nullable BooleanVector filter;
    private final ExecutionState state;

    WindowAggregate(
            WindowCall call, Batch rows, WindowFrames frames, ExpressionCompiler compiler, ExecutionState state) {
        this.frames = frames;
        this.state = state;
        this.arguments = WindowFunction.arguments(call, rows, compiler, state);
        Expr condition = call.filter();
        this.filter = condition == null
                ? null
                : (BooleanVector) BatchExpression.compile(condition, compiler).evaluate(new RowFrame(state), rows);
        AggregateFunction function = AggregateRegistry.instance().aggregate(call.function());
        if (function == null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "aggregate function " + call.function() + " cannot be computed by the coordinator");
        }
        List<SqlType> types = call.arguments().stream().map(Expr::type).toList();
        this.accumulator = function.accumulator(
                state.functions(),
                new CallSite(types, call.type(), call.inputCollation(), call.variadic(), List.of()),
                call.function());
        accumulator.ensureGroups(1);
    }

    @Override
    public void partition(int from, int end, VectorBuilder out) {
        accumulator.reset(0);
        int start = from;
        int added = from;
        boolean any = false;
        for (int row = from; row < end; row++) {
            if ((row & 0xff) == 0) {
                state.cancel().check();
            }
            int frameStart = frames.start(row);
            int frameEnd = Math.max(frames.end(row), frameStart);
            boolean continues = any
                    && !frames.excludes()
                    && frameEnd >= added
                    && frameStart >= start
                    && frameStart <= added
                    && (frameStart == start || accumulator.supportsRemove());
            if (continues) {
                for (; start < frameStart; start++) {
                    if (passes(start)) {
                        accumulator.remove(0, arguments, start);
                    }
                }
            } else {
                accumulator.reset(0);
                start = frameStart;
                added = frameStart;
            }
            for (; added < frameEnd; added++) {
                if (passes(added) && !frames.isExcluded(added, row)) {
                    accumulator.add(0, arguments, added);
                }
            }
            any = true;
            accumulator.finish(0, out);
        }
    }

    private boolean passes(int row) {
        return filter == null || !filter.isNull(row) && filter.get(row);
    }
}
