package org.pgherd.executor.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// Subqueries inside expressions. Transplants nodeSubplan.c:ExecScanSubPlan.
final class SubPlans {
    private SubPlans() {}

    static Evaluator compile(SubPlanExpr expr, ExpressionCompiler compiler) {
        Evaluator[] arguments = compiler.compileAll(expr.arguments());
        int[] parameters =
                expr.parameters().stream().mapToInt(Integer::intValue).toArray();
        Evaluator test = compiler.compileOptional(expr.test());
        LookupTest lookup = LookupTest.of(expr, compiler);
        SqlType type = expr.type();
        return frame -> {
            for (int i = 0; i < parameters.length; i++) {
                frame.context.execParam(parameters[i], arguments[i].evaluate(frame));
            }
            SubPlanRun run = frame.context.subPlan(expr);
            LookupRows rows = lookup == null ? null : run.rows(lookup, frame);
            if (lookup != null && rows != null) {
                switch (found(lookup, rows, frame)) {
                    case YES -> {
                        return true;
                    }
                    case NO -> {
                        return false;
                    }
                    case UNKNOWN -> {
                        return null;
                    }
                    case COMPARE -> {
                        // below
                    }
                }
            }
            run.restart();
            return switch (expr.kind()) {
                case EXISTS -> exists(run);
                case EXPR -> single(run);
                case ARRAY -> array(run, Coercions.elementOid(frame, type.oid()));
                case ANY -> quantified(run, frame, required(test), true);
                case ALL -> quantified(run, frame, required(test), false);
                case ROWCOMPARE -> rowCompare(run, frame, required(test));
            };
        };
    }

    private static LookupRows.Answer found(LookupTest test, LookupRows rows, RowFrame frame) {
        if (rows.isEmpty()) {
            return LookupRows.Answer.NO;
        }
        @Nullable Object[] sought = new Object[test.sought().length];
        for (int i = 0; i < sought.length; i++) {
            sought[i] = test.sought()[i].evaluate(frame);
        }
        return rows.find(sought);
    }

    private static Evaluator required(@Nullable Evaluator test) {
        if (test == null) {
            throw new AssertionError("subplan without its comparison");
        }
        return test;
    }

    static boolean exists(SubPlanRun run) {
        for (Batch batch = run.next(); batch != null; batch = run.next()) {
            if (batch.rowCount() > 0) {
                return true;
            }
        }
        return false;
    }

    static @Nullable Object single(SubPlanRun run) {
        Object value = null;
        int rows = 0;
        for (Batch batch = run.next(); batch != null; batch = run.next()) {
            if (batch.rowCount() == 0) {
                continue;
            }
            rows += batch.rowCount();
            requireOne(rows);
            value = batch.column(0).boxed(0);
        }
        return value;
    }

    private static void requireOne(int rows) {
        if (rows > 1) {
            throw new SqlException(
                    SqlState.CARDINALITY_VIOLATION, "more than one row returned by a subquery used as an expression");
        }
    }

    static PgArray array(SubPlanRun run, int elementOid) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Batch batch = run.next(); batch != null; batch = run.next()) {
            for (int i = 0; i < batch.rowCount(); i++) {
                elements.add(batch.column(0).boxed(i));
            }
        }
        boolean nested = !elements.isEmpty() && elements.stream().allMatch(e -> e instanceof PgArray);
        return nested ? nested(elementOid, elements) : PgArray.of(elementOid, elements.toArray());
    }

    /// ARRAY(SELECT array): one dimension more.
    private static PgArray nested(int arrayOrElementOid, List<@Nullable Object> parts) {
        PgArray first = (PgArray) Objects.requireNonNull(parts.getFirst());
        if (first.ndims() == 0) {
            return PgArray.empty(first.elementOid());
        }
        int[] dims = new int[first.ndims() + 1];
        int[] lower = new int[dims.length];
        dims[0] = parts.size();
        lower[0] = 1;
        System.arraycopy(first.dims(), 0, dims, 1, first.ndims());
        System.arraycopy(first.lowerBounds(), 0, lower, 1, first.ndims());
        List<@Nullable Object> all = new ArrayList<>();
        for (@Nullable Object part : parts) {
            PgArray array = (PgArray) Objects.requireNonNull(part);
            if (!Arrays.equals(array.dims(), first.dims())) {
                throw new SqlException(
                        SqlState.ARRAY_SUBSCRIPT_ERROR, "cannot accumulate arrays of different dimensionality");
            }
            all.addAll(Arrays.asList(array.elements()));
        }
        return new PgArray(first.elementOid(), dims, lower, all.toArray());
    }

    /// ANY is an OR over the rows, ALL an AND.
    private static @Nullable Object quantified(SubPlanRun run, RowFrame frame, Evaluator test, boolean any) {
        boolean sawNull = false;
        @Nullable Object[] around = frame.subLinkRow;
        try {
            for (Batch batch = run.next(); batch != null; batch = run.next()) {
                for (int row = 0; row < batch.rowCount(); row++) {
                    frame.subLinkRow = row(batch, row);
                    Object result = test.evaluate(frame);
                    if (result == null) {
                        sawNull = true;
                    } else if ((Boolean) result == any) {
                        return any;
                    }
                }
            }
        } finally {
            frame.subLinkRow = around;
        }
        return sawNull ? null : !any;
    }

    private static @Nullable Object rowCompare(SubPlanRun run, RowFrame frame, Evaluator test) {
        @Nullable Object[] found = null;
        int rows = 0;
        for (Batch batch = run.next(); batch != null; batch = run.next()) {
            if (batch.rowCount() > 0) {
                rows += batch.rowCount();
                requireOne(rows);
                found = row(batch, 0);
            }
        }
        if (found == null) {
            return null;
        }
        @Nullable Object[] around = frame.subLinkRow;
        frame.subLinkRow = found;
        try {
            return test.evaluate(frame);
        } finally {
            frame.subLinkRow = around;
        }
    }

    /// A row of a subquery as Params of kind SUBLINK see it.
    static @Nullable Object[] row(Batch batch, int row) {
        @Nullable Object[] values = new Object[batch.columnCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = batch.column(i).boxed(row);
        }
        return values;
    }
}
