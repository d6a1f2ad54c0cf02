package org.pgherd.executor.operator;

import java.util.Objects;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;
import org.pgherd.shardplanner.plan.WindowCall;

/// A window function, computed partition by partition. The functions of windowfuncs.c are here; aggregates over
/// frames in [WindowAggregate].
interface WindowFunction {
    /// Appends the values of rows from..end-1.
    void partition(int from, int end, VectorBuilder out);

    static WindowFunction of(
            WindowCall call, Batch rows, WindowFrames frames, ExpressionCompiler compiler, ExecutionState state) {
        if (call.aggregate()) {
            return new WindowAggregate(call, rows, frames, compiler, state);
        }
        Vector[] arguments = arguments(call, rows, compiler, state);
        return switch (call.function()) {
            case 3100 ->
                (from, end, out) -> {
                    for (int row = from; row < end; row++) {
                        out.appendBoxed((long) (row - from + 1));
                    }
                };
            case 3101 ->
                (from, end, out) -> {
                    for (int row = from; row < end; row++) {
                        out.appendBoxed((long) (frames.peerStart(row) - from + 1));
                    }
                };
            case 3102 ->
                (from, end, out) -> {
                    for (int row = from; row < end; row++) {
                        out.appendBoxed((long) (frames.groupNumber(row) + 1));
                    }
                };
            case 3103 ->
                (from, end, out) -> {
                    int count = end - from;
                    for (int row = from; row < end; row++) {
                        out.appendBoxed(count <= 1 ? 0.0 : (double) (frames.peerStart(row) - from) / (count - 1));
                    }
                };
            case 3104 ->
                (from, end, out) -> {
                    for (int row = from; row < end; row++) {
                        out.appendBoxed((double) (frames.peerEnd(row) - from) / (end - from));
                    }
                };
            case 3105 -> (from, end, out) -> ntile(arguments[0], from, end, out);
            case 3106, 3107, 3108 -> (from, end, out) -> shifted(arguments, from, end, -1, out);
            case 3109, 3110, 3111 -> (from, end, out) -> shifted(arguments, from, end, 1, out);
            case 3112 ->
                (from, end, out) -> {
                    for (int row = from; row < end; row++) {
                        append(arguments[0], FrameRow.nth(frames, row, 1), out);
                    }
                };
            case 3113 ->
                (from, end, out) -> {
                    for (int row = from; row < end; row++) {
                        append(arguments[0], FrameRow.last(frames, row), out);
                    }
                };
            case 3114 -> (from, end, out) -> nthValue(arguments, frames, from, end, out);
            default ->
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "window function " + call.function() + " cannot be computed by the coordinator");
        };
    }

    static Vector[] arguments(WindowCall call, Batch rows, ExpressionCompiler compiler, ExecutionState state) {
        RowFrame frame = new RowFrame(state);
        BatchExpression[] expressions = AggregateState.compile(call.arguments(), compiler);
        Vector[] arguments = new Vector[expressions.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = expressions[i].evaluate(frame, rows);
        }
        return arguments;
    }

    private static void append(Vector source, int row, VectorBuilder out) {
        if (row < 0) {
            out.appendNull();
        } else {
            out.appendFrom(source, row);
        }
    }

    /// windowfuncs.c:window_ntile. The argument counts in the partition's first row.
    private static void ntile(Vector buckets, int from, int end, VectorBuilder out) {
        if (buckets.isNull(from)) {
            for (int row = from; row < end; row++) {
                out.appendNull();
            }
            return;
        }
        int count = (Integer) Objects.requireNonNull(buckets.boxed(from));
        if (count <= 0) {
            throw new SqlException(SqlState.INVALID_ARGUMENT_FOR_NTILE, "argument of ntile must be greater than zero");
        }
        int total = end - from;
        int size = total / count;
        int larger = total % count;
        for (int i = 0; i < total; i++) {
            int inLarger = larger * (size + 1);
            out.appendBoxed(i < inLarger ? i / (size + 1) + 1 : larger + (i - inLarger) / size + 1);
        }
    }

    /// lag and lead: value, offset, default.
    private static void shifted(Vector[] arguments, int from, int end, int direction, VectorBuilder out) {
        for (int row = from; row < end; row++) {
            long offset = 1;
            if (arguments.length > 1) {
                if (arguments[1].isNull(row)) {
                    out.appendNull();
                    continue;
                }
                offset = (Integer) Objects.requireNonNull(arguments[1].boxed(row));
            }
            long target = row + direction * offset;
            if (target >= from && target < end) {
                out.appendFrom(arguments[0], (int) target);
            } else if (arguments.length > 2) {
                out.appendFrom(arguments[2], row);
            } else {
                out.appendNull();
            }
        }
    }

    private static void nthValue(Vector[] arguments, WindowFrames frames, int from, int end, VectorBuilder out) {
        for (int row = from; row < end; row++) {
            if (arguments[1].isNull(row)) {
                out.appendNull();
                continue;
            }
            int n = (Integer) Objects.requireNonNull(arguments[1].boxed(row));
            if (n <= 0) {
                throw new SqlException(
                        SqlState.INVALID_ARGUMENT_FOR_NTH_VALUE, "argument of nth_value must be greater than zero");
            }
            append(arguments[0], FrameRow.nth(frames, row, n), out);
        }
    }
}
