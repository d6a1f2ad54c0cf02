package org.pgherd.semantics.function.json;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// Parts of jsonb (jsonfuncs.c).
public final class JsonbAccess {
    private JsonbAccess() {}

    static @Nullable Text text(@Nullable Jsonb value) {
        return switch (value) {
            case null -> null;
            case Jsonb.Null _ -> null;
            case Jsonb.Str s -> s.value();
            default -> Text.of(JsonbText.format(value));
        };
    }

    private static @Nullable Jsonb field(Jsonb a, Text key) {
        return a instanceof Jsonb.Object o ? o.get(key) : null;
    }

    private static @Nullable Jsonb element(Jsonb a, int index) {
        if (!(a instanceof Jsonb.Array array)) {
            return null;
        }
        long i = index < 0 ? (long) array.size() + index : index;
        return i >= 0 && i < array.size() ? array.elements()[(int) i] : null;
    }

    @PgFunction(oid = 3478)
    public static @Nullable Jsonb jsonb_object_field(Jsonb a, Text key) {
        return field(a, key);
    }

    @PgFunction(oid = 3214)
    public static @Nullable Text jsonb_object_field_text(Jsonb a, Text key) {
        return text(field(a, key));
    }

    /// A scalar is an array of itself here.
    private static @Nullable Jsonb rootElement(Jsonb a, int index) {
        return a instanceof Jsonb.Array || a instanceof Jsonb.Object
                ? element(a, index)
                : index == 0 || index == -1 ? a : null;
    }

    @PgFunction(oid = 3215)
    public static @Nullable Jsonb jsonb_array_element(Jsonb a, int index) {
        return rootElement(a, index);
    }

    @PgFunction(oid = 3216)
    public static @Nullable Text jsonb_array_element_text(Jsonb a, int index) {
        return text(rootElement(a, index));
    }

    private static @Nullable Jsonb walk(Jsonb a, PgArray path) {
        if (path.hasNulls()) {
            return null;
        }
        Jsonb value = a;
        for (int i = 0; i < path.size() && value != null; i++) {
            Text step = (Text) Objects.requireNonNull(path.get(i));
            if (value instanceof Jsonb.Array) {
                Integer index = JsonPathSteps.index(step.toString());
                value = index == null ? null : element(value, index);
            } else {
                value = field(value, step);
            }
        }
        return value;
    }

    @PgFunction(oid = 3217)
    public static @Nullable Jsonb jsonb_extract_path(Jsonb a, PgArray path) {
        return walk(a, path);
    }

    @PgFunction(oid = 3940)
    public static @Nullable Text jsonb_extract_path_text(Jsonb a, PgArray path) {
        return text(walk(a, path));
    }

    @PgFunction(oid = 3210)
    public static Text jsonb_typeof(Jsonb a) {
        return Text.of(typeName(a));
    }

    static String typeName(Jsonb a) {
        return switch (a) {
            case Jsonb.Null _ -> "null";
            case Jsonb.Bool _ -> "boolean";
            case Jsonb.Number _ -> "number";
            case Jsonb.Str _ -> "string";
            case Jsonb.Array _ -> "array";
            case Jsonb.Object _ -> "object";
        };
    }

    private static SqlException invalid(String message) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    @PgFunction(oid = 3207)
    public static int jsonb_array_length(Jsonb a) {
        return switch (a) {
            case Jsonb.Array array -> array.size();
            case Jsonb.Object _ -> throw invalid("cannot get array length of a non-array");
            default -> throw invalid("cannot get array length of a scalar");
        };
    }

    @PgFunction(oid = 3931)
    public static RowIterator jsonb_object_keys(Jsonb a) {
        if (!(a instanceof Jsonb.Object o)) {
            throw invalid("cannot call jsonb_object_keys on " + (a instanceof Jsonb.Array ? "an array" : "a scalar"));
        }
        return RowIterator.ofValues(Arrays.asList(o.keys()).iterator());
    }

    private static RowIterator each(Jsonb a, String function, boolean asText) {
        if (!(a instanceof Jsonb.Object o)) {
            throw invalid("cannot call " + function + " on a non-object");
        }
        return new RowIterator() {
            private int at = -1;

            @Override
            public boolean next() {
                return ++at < o.size();
            }

            @Override
            public @Nullable Object get(int column) {
                return column == 0 ? o.keys()[at] : asText ? text(o.values()[at]) : o.values()[at];
            }
        };
    }

    @PgFunction(oid = 3208)
    public static RowIterator jsonb_each(Jsonb a) {
        return each(a, "jsonb_each", false);
    }

    @PgFunction(oid = 3932)
    public static RowIterator jsonb_each_text(Jsonb a) {
        return each(a, "jsonb_each_text", true);
    }

    private static RowIterator elements(Jsonb a, boolean asText) {
        if (!(a instanceof Jsonb.Array array)) {
            throw invalid("cannot extract elements from " + (a instanceof Jsonb.Object ? "an object" : "a scalar"));
        }
        return RowIterator.ofValues(Arrays.stream(array.elements())
                .<@Nullable Object>map(e -> asText ? text(e) : e)
                .iterator());
    }

    @PgFunction(oid = 3219)
    public static RowIterator jsonb_array_elements(Jsonb a) {
        return elements(a, false);
    }

    @PgFunction(oid = 3465)
    public static RowIterator jsonb_array_elements_text(Jsonb a) {
        return elements(a, true);
    }
}
