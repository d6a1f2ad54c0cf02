package org.pgherd.semantics.function.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.function.ScalarFunction;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// What PASSING gives to a path: values by name (JsonPathVariable, GetJsonPathVar of jsonpath_exec.c).
///
/// @param values [Jsonb], or [PathMoment] of dates and times
public record PathVariables(List<String> names, List<Object> values) {
    private static final int FLOAT4_TO_NUMERIC = 1742;
    private static final int FLOAT8_TO_NUMERIC = 1743;

    public static PathVariables of(
            FunctionContext context, List<String> names, int[] types, @Nullable Object[] values) {
        Object[] items = new Object[values.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(context, types[i], values[i]);
        }
        return new PathVariables(names, List.of(items));
    }

    int indexOf(Text name) {
        return names.indexOf(name.toString());
    }

    /// JsonItemFromDatum.
    private static Object item(FunctionContext context, int type, @Nullable Object value) {
        if (value == null) {
            return Jsonb.NULL;
        }
        return switch (type) {
            case TypeOids.FLOAT4 -> number(context, FLOAT4_TO_NUMERIC, SqlType.FLOAT4, value);
            case TypeOids.FLOAT8 -> number(context, FLOAT8_TO_NUMERIC, SqlType.FLOAT8, value);
            case TypeOids.NUMERIC -> new Jsonb.Number((Numeric) value);
            case TypeOids.DATE, TypeOids.TIME, TypeOids.TIMETZ, TypeOids.TIMESTAMP -> new PathMoment(type, value, 0);
            case TypeOids.TIMESTAMPTZ ->
                new PathMoment(type, value, -context.timeZone().offsetAt((Long) value));
            default -> new JsonWriter(context).toJsonb(type, value);
        };
    }

    private static Jsonb number(FunctionContext context, int function, SqlType type, Object value) {
        ScalarFunction cast = FunctionRegistry.instance().function(function);
        if (cast == null) {
            throw new AssertionError("no cast " + function);
        }
        Object number = cast.call(context, CallSite.of(SqlType.NUMERIC, type), value);
        return new Jsonb.Number((Numeric) java.util.Objects.requireNonNull(number));
    }
}
