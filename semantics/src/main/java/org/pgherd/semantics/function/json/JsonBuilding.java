package org.pgherd.semantics.function.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.JsonbObjectBuilder;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.value.Text;

/// to_json(), json_build_*(), json_object() and their jsonb forms (json.c, jsonb.c).
public final class JsonBuilding {
    private JsonBuilding() {}

    private static Text written(FunctionContext context, int type, @Nullable Object value, boolean lines) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(context).write(type, value, out, lines);
        return Text.of(out.toString());
    }

    @PgFunction(oid = 3176)
    public static Text to_json(FunctionContext context, CallSite site, Object value) {
        return written(context, site.argumentOid(0), value, false);
    }

    @PgFunction(oid = 3787)
    public static Jsonb to_jsonb(FunctionContext context, CallSite site, Object value) {
        return new JsonWriter(context).toJsonb(site.argumentOid(0), value);
    }

    @PgFunction(oid = 3153)
    public static Text array_to_json(FunctionContext context, CallSite site, PgArray a) {
        return written(context, site.argumentOid(0), a, false);
    }

    @PgFunction(oid = 3154)
    public static Text array_to_json_pretty(FunctionContext context, CallSite site, PgArray a, boolean lines) {
        return written(context, site.argumentOid(0), a, lines);
    }

    @PgFunction(oid = 3155)
    public static Text row_to_json(FunctionContext context, CallSite site, PgRecord r) {
        return written(context, site.argumentOid(0), r, false);
    }

    @PgFunction(oid = 3156)
    public static Text row_to_json_pretty(FunctionContext context, CallSite site, PgRecord r, boolean lines) {
        return written(context, site.argumentOid(0), r, lines);
    }

    /// Arguments of VARIADIC "any" with their types.
    private record Arguments(@Nullable Object[] values, int[] types) {
        static @Nullable Arguments of(CallSite site, @Nullable Object[] given) {
            if (!site.variadic()) {
                int[] types = new int[given.length];
                for (int i = 0; i < types.length; i++) {
                    types[i] = site.argumentOid(i);
                }
                return new Arguments(given, types);
            }
            PgArray array = (PgArray) given[0];
            if (array == null) {
                return null;
            }
            int[] types = new int[array.size()];
            java.util.Arrays.fill(types, array.elementOid());
            return new Arguments(array.elements(), types);
        }
    }

    @PgFunction(oid = 3198)
    public static @Nullable Text json_build_array(FunctionContext context, CallSite site, @Nullable Object[] values) {
        Arguments arguments = Arguments.of(site, values);
        if (arguments == null) {
            return null;
        }
        JsonWriter writer = new JsonWriter(context);
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < arguments.values.length; i++) {
            writer.write(arguments.types[i], arguments.values[i], out.append(i == 0 ? "" : ", "));
        }
        return Text.of(out.append(']').toString());
    }

    @PgFunction(oid = 3199)
    public static Text json_build_array_noargs() {
        return Text.of("[]");
    }

    @PgFunction(oid = 3271)
    public static @Nullable Jsonb jsonb_build_array(FunctionContext context, CallSite site, @Nullable Object[] values) {
        Arguments arguments = Arguments.of(site, values);
        if (arguments == null) {
            return null;
        }
        JsonWriter writer = new JsonWriter(context);
        Jsonb[] elements = new Jsonb[arguments.values.length];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = writer.toJsonb(arguments.types[i], arguments.values[i]);
        }
        return new Jsonb.Array(elements);
    }

    @PgFunction(oid = 3272)
    public static Jsonb jsonb_build_array_noargs() {
        return Jsonb.Array.EMPTY;
    }

    private static void checkEven(int count, String function) {
        if (count % 2 != 0) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "argument list must have even number of elements")
                    .withHint("The arguments of " + function + "() must consist of alternating keys and values.");
        }
    }

    @PgFunction(oid = 3200)
    public static @Nullable Text json_build_object(FunctionContext context, CallSite site, @Nullable Object[] values) {
        Arguments arguments = Arguments.of(site, values);
        if (arguments == null) {
            return null;
        }
        checkEven(arguments.values.length, "json_build_object");
        JsonWriter writer = new JsonWriter(context);
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < arguments.values.length; i += 2) {
            Object key = arguments.values[i];
            if (key == null) {
                throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "null value not allowed for object key");
            }
            JsonbText.quote(writer.key(arguments.types[i], key), out.append(i == 0 ? "" : ", "));
            writer.write(arguments.types[i + 1], arguments.values[i + 1], out.append(" : "));
        }
        return Text.of(out.append('}').toString());
    }

    @PgFunction(oid = 3201)
    public static Text json_build_object_noargs() {
        return Text.of("{}");
    }

    @PgFunction(oid = 3273)
    public static @Nullable Jsonb jsonb_build_object(
            FunctionContext context, CallSite site, @Nullable Object[] values) {
        Arguments arguments = Arguments.of(site, values);
        if (arguments == null) {
            return null;
        }
        checkEven(arguments.values.length, "jsonb_build_object");
        JsonWriter writer = new JsonWriter(context);
        JsonbObjectBuilder builder = new JsonbObjectBuilder();
        for (int i = 0; i < arguments.values.length; i += 2) {
            Object key = arguments.values[i];
            if (key == null) {
                throw new SqlException(
                        SqlState.INVALID_PARAMETER_VALUE, "argument " + (i + 1) + ": key must not be null");
            }
            builder.put(
                    Text.of(writer.key(arguments.types[i], key)),
                    writer.toJsonb(arguments.types[i + 1], arguments.values[i + 1]));
        }
        return builder.build();
    }

    @PgFunction(oid = 3274)
    public static Jsonb jsonb_build_object_noargs() {
        return Jsonb.Object.EMPTY;
    }

    /// Keys and values in turn, of an array of one dimension or of pairs.
    private static List<@Nullable Text> pairs(PgArray a) {
        List<@Nullable Text> all = new ArrayList<>();
        switch (a.ndims()) {
            case 0 -> {
                return all;
            }
            case 1 -> {
                if (a.size() % 2 != 0) {
                    throw subscripts("array must have even number of elements");
                }
            }
            case 2 -> {
                if (a.dims()[1] != 2) {
                    throw subscripts("array must have two columns");
                }
            }
            default -> throw subscripts("wrong number of array subscripts");
        }
        for (int i = 0; i < a.size(); i++) {
            all.add((Text) a.get(i));
        }
        return all;
    }

    private static SqlException subscripts(String message) {
        return new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, message);
    }

    private static List<@Nullable Text> pairs(PgArray keys, PgArray values) {
        if (keys.ndims() > 1 || keys.ndims() != values.ndims()) {
            throw subscripts("wrong number of array subscripts");
        }
        if (keys.size() != values.size()) {
            throw subscripts("mismatched array dimensions");
        }
        List<@Nullable Text> all = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            all.add((Text) keys.get(i));
            all.add((Text) values.get(i));
        }
        return all;
    }

    private static Text key(@Nullable Text key) {
        if (key == null) {
            throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "null value not allowed for object key");
        }
        return key;
    }

    private static Text jsonOf(List<@Nullable Text> pairs) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < pairs.size(); i += 2) {
            JsonbText.quote(key(pairs.get(i)).toString(), out.append(i == 0 ? "" : ", "));
            out.append(" : ");
            Text value = pairs.get(i + 1);
            if (value == null) {
                out.append("null");
            } else {
                JsonbText.quote(value.toString(), out);
            }
        }
        return Text.of(out.append('}').toString());
    }

    private static Jsonb jsonbOf(List<@Nullable Text> pairs) {
        JsonbObjectBuilder builder = new JsonbObjectBuilder();
        for (int i = 0; i < pairs.size(); i += 2) {
            Text value = pairs.get(i + 1);
            builder.put(key(pairs.get(i)), value == null ? Jsonb.NULL : new Jsonb.Str(value));
        }
        return builder.build();
    }

    @PgFunction(oid = 3202)
    public static Text json_object(PgArray a) {
        return jsonOf(pairs(a));
    }

    @PgFunction(oid = 3203)
    public static Text json_object_two_arg(PgArray keys, PgArray values) {
        return jsonOf(pairs(keys, values));
    }

    @PgFunction(oid = 3263)
    public static Jsonb jsonb_object(PgArray a) {
        return jsonbOf(pairs(a));
    }

    @PgFunction(oid = 3264)
    public static Jsonb jsonb_object_two_arg(PgArray keys, PgArray values) {
        return jsonbOf(pairs(keys, values));
    }
}
