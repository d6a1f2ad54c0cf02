package org.pgherd.executor.expression;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.SubscriptingRef;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.json.JsonbPlaces;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// Subscripts of arrays and jsonb. Transplants arraysubs.c and the array_get and array_set functions of
/// arrayfuncs.c.
final class Subscripts {
    /// jsonb_extract_path(jsonb, text[]).
    private static final int JSONB_EXTRACT_PATH = 3217;

    private Subscripts() {}

    static Evaluator compile(SubscriptingRef expr, ExpressionCompiler compiler) {
        Evaluator container = compiler.compile(expr.refExpr());
        List<@Nullable Evaluator> upper = compiler.compileOptionals(expr.upper());
        List<@Nullable Evaluator> lower = compiler.compileOptionals(expr.lower());
        Evaluator assigned = compiler.compileOptional(expr.assigned());
        if (expr.container() == TypeOids.JSONB) {
            Expr first = expr.upper().getFirst();
            boolean integer = first != null && first.type().oid() == TypeOids.INT4;
            return assigned == null ? jsonbFetch(container, upper) : jsonbAssign(container, upper, integer, assigned);
        }
        int elementOid = expr.elementType();
        if (assigned != null && FixedParts.has(expr.container())) {
            return ArrayAssignment.fixed(container, upper, lower, assigned);
        }
        if (assigned != null) {
            return ArrayAssignment.compile(elementOid, container, upper, lower, assigned);
        }
        return lower.isEmpty() ? element(container, upper) : slice(elementOid, container, upper, lower);
    }

    private static Evaluator element(Evaluator container, List<@Nullable Evaluator> subscripts) {
        return frame -> {
            PgArray array = FixedParts.of(container.evaluate(frame));
            if (array == null) {
                return null;
            }
            int @Nullable [] at = subscripts(frame, subscripts);
            if (at == null) {
                return null;
            }
            int offset = offset(array, at);
            return offset < 0 ? null : array.get(offset);
        };
    }

    /// Null if one of them is NULL.
    private static int @Nullable [] subscripts(RowFrame frame, List<@Nullable Evaluator> subscripts) {
        int[] at = new int[subscripts.size()];
        for (int i = 0; i < at.length; i++) {
            Evaluator subscript = subscripts.get(i);
            Object value = subscript == null ? null : subscript.evaluate(frame);
            if (value == null) {
                return null;
            }
            at[i] = (Integer) value;
        }
        return at;
    }

    /// Position of an element in row-major order, -1 if there is none.
    static int offset(PgArray array, int[] at) {
        if (at.length != array.ndims()) {
            return -1;
        }
        int offset = 0;
        for (int i = 0; i < at.length; i++) {
            int inDimension = at[i] - array.lowerBounds()[i];
            if (inDimension < 0 || inDimension >= array.dims()[i]) {
                return -1;
            }
            offset = offset * array.dims()[i] + inDimension;
        }
        return offset;
    }

    private static Evaluator slice(
            int elementOid, Evaluator container, List<@Nullable Evaluator> upper, List<@Nullable Evaluator> lower) {
        return frame -> {
            Object whole = container.evaluate(frame);
            PgArray array = FixedParts.of(whole);
            if (array == null) {
                return null;
            }
            if (array != whole) {
                throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "slices of fixed-length arrays not implemented");
            }
            int count = upper.size();
            if (array.ndims() < count || array.ndims() == 0) {
                return PgArray.empty(elementOid);
            }
            int dimensions = array.ndims();
            int[] from = array.lowerBounds().clone();
            int[] lengths = array.dims().clone();
            boolean empty = false;
            for (int i = 0; i < count; i++) {
                int first = array.lowerBounds()[i];
                int last = first + array.dims()[i] - 1;
                Evaluator low = lower.get(i);
                Evaluator high = upper.get(i);
                if (low != null) {
                    Object value = low.evaluate(frame);
                    if (value == null) {
                        return null;
                    }
                    first = Math.max(first, (Integer) value);
                }
                if (high != null) {
                    Object value = high.evaluate(frame);
                    if (value == null) {
                        return null;
                    }
                    last = Math.min(last, (Integer) value);
                }
                from[i] = first;
                lengths[i] = last - first + 1;
                empty |= first > last;
            }
            return empty ? PgArray.empty(elementOid) : copy(elementOid, array, from, lengths, dimensions);
        };
    }

    private static PgArray copy(int elementOid, PgArray array, int[] from, int[] lengths, int dimensions) {
        int total = 1;
        int[] ones = new int[dimensions];
        for (int i = 0; i < dimensions; i++) {
            total *= lengths[i];
            ones[i] = 1;
        }
        @Nullable Object[] elements = new Object[total];
        int[] at = from.clone();
        for (int i = 0; i < total; i++) {
            elements[i] = array.get(offset(array, at));
            for (int d = dimensions - 1; d >= 0; d--) {
                if (++at[d] < from[d] + lengths[d]) {
                    break;
                }
                at[d] = from[d];
            }
        }
        return new PgArray(elementOid, lengths, ones, elements);
    }

    private static @Nullable PgArray path(RowFrame frame, List<@Nullable Evaluator> subscripts) {
        @Nullable Object[] path = new Object[subscripts.size()];
        for (int i = 0; i < path.length; i++) {
            Evaluator subscript = subscripts.get(i);
            Object value = subscript == null ? null : subscript.evaluate(frame);
            if (value == null) {
                return null;
            }
            path[i] = value instanceof Text ? value : Text.of(value.toString());
        }
        return PgArray.of(TypeOids.TEXT, path);
    }

    private static Evaluator jsonbFetch(Evaluator container, List<@Nullable Evaluator> subscripts) {
        Calls.Invocation extract = Calls.invocation(
                JSONB_EXTRACT_PATH, CallSite.of(SqlType.JSONB, SqlType.JSONB, SqlType.of(TypeOids.TEXT_ARRAY)));
        return frame -> {
            Object value = container.evaluate(frame);
            PgArray path = value == null ? null : path(frame, subscripts);
            return path == null ? null : extract.call(frame.context, value, path);
        };
    }

    private static Evaluator jsonbAssign(
            Evaluator container, List<@Nullable Evaluator> subscripts, boolean integer, Evaluator assigned) {
        return frame -> {
            Object value = container.evaluate(frame);
            PgArray path = path(frame, subscripts);
            if (path == null) {
                throw new SqlException(
                        SqlState.NULL_VALUE_NOT_ALLOWED, "jsonb subscript in assignment must not be null");
            }
            Text[] steps = Arrays.copyOf(path.elements(), path.size(), Text[].class);
            return JsonbPlaces.set((Jsonb) value, steps, integer, (Jsonb) assigned.evaluate(frame));
        };
    }
}
