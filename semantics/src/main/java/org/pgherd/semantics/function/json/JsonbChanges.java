package org.pgherd.semantics.function.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.JsonbObjectBuilder;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// Jsonb made of jsonb: `||`, `-`, `#-`, jsonb_set(), jsonb_insert(), stripping and pretty print (jsonfuncs.c).
public final class JsonbChanges {
    private JsonbChanges() {}

    private enum Change {
        SET,
        SET_EXISTING,
        INSERT_BEFORE,
        INSERT_AFTER,
        DELETE;

        boolean mayAdd() {
            return this == SET || this == INSERT_BEFORE || this == INSERT_AFTER;
        }
    }

    private static SqlException invalid(String message) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    private static boolean isScalar(Jsonb a) {
        return !(a instanceof Jsonb.Array || a instanceof Jsonb.Object);
    }

    @PgFunction(oid = 3301)
    public static Jsonb jsonb_concat(Jsonb a, Jsonb b) {
        if (a instanceof Jsonb.Object x && b instanceof Jsonb.Object y) {
            JsonbObjectBuilder builder = new JsonbObjectBuilder();
            for (int i = 0; i < x.size(); i++) {
                builder.put(x.keys()[i], x.values()[i]);
            }
            for (int i = 0; i < y.size(); i++) {
                builder.put(y.keys()[i], y.values()[i]);
            }
            return builder.build();
        }
        Jsonb[] x = a instanceof Jsonb.Array array ? array.elements() : new Jsonb[] {a};
        Jsonb[] y = b instanceof Jsonb.Array array ? array.elements() : new Jsonb[] {b};
        Jsonb[] all = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        return new Jsonb.Array(all);
    }

    @PgFunction(oid = 3302)
    public static Jsonb jsonb_delete(Jsonb a, Text key) {
        return delete(a, List.of(key));
    }

    @PgFunction(oid = 3343)
    public static Jsonb jsonb_delete_array(Jsonb a, PgArray keys) {
        if (keys.ndims() > 1) {
            throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
        }
        List<Text> all = new ArrayList<>();
        for (@Nullable Object key : keys.elements()) {
            if (key != null) {
                all.add((Text) key);
            }
        }
        return delete(a, all);
    }

    private static Jsonb delete(Jsonb a, List<Text> keys) {
        switch (a) {
            case Jsonb.Object o -> {
                JsonbObjectBuilder builder = new JsonbObjectBuilder();
                for (int i = 0; i < o.size(); i++) {
                    if (!keys.contains(o.keys()[i])) {
                        builder.put(o.keys()[i], o.values()[i]);
                    }
                }
                return builder.build();
            }
            case Jsonb.Array array -> {
                List<Jsonb> kept = new ArrayList<>();
                for (Jsonb e : array.elements()) {
                    if (!(e instanceof Jsonb.Str s && keys.contains(s.value()))) {
                        kept.add(e);
                    }
                }
                return new Jsonb.Array(kept.toArray(new Jsonb[0]));
            }
            default -> throw invalid("cannot delete from scalar");
        }
    }

    @PgFunction(oid = 3303)
    public static Jsonb jsonb_delete_idx(Jsonb a, int index) {
        if (a instanceof Jsonb.Object) {
            throw invalid("cannot delete from object using integer index");
        }
        if (!(a instanceof Jsonb.Array array)) {
            throw invalid("cannot delete from scalar");
        }
        long i = index < 0 ? (long) array.size() + index : index;
        if (i < 0 || i >= array.size()) {
            return a;
        }
        List<Jsonb> kept = new ArrayList<>(Arrays.asList(array.elements()));
        kept.remove((int) i);
        return new Jsonb.Array(kept.toArray(new Jsonb[0]));
    }

    @PgFunction(oid = 3304)
    public static Jsonb jsonb_delete_path(Jsonb a, PgArray path) {
        checkPath(path);
        if (isScalar(a)) {
            throw invalid("cannot delete path in scalar");
        }
        return path.size() == 0 || size(a) == 0 ? a : change(a, path, 0, Jsonb.NULL, Change.DELETE);
    }

    private static int size(Jsonb a) {
        return a instanceof Jsonb.Object o ? o.size() : ((Jsonb.Array) a).size();
    }

    private static void checkPath(PgArray path) {
        if (path.ndims() > 1) {
            throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
        }
    }

    @PgFunction(oid = 3305)
    public static Jsonb jsonb_set(Jsonb a, PgArray path, Jsonb value, boolean create) {
        checkPath(path);
        if (isScalar(a)) {
            throw invalid("cannot set path in scalar");
        }
        if (path.size() == 0 || size(a) == 0 && !create) {
            return a;
        }
        return change(a, path, 0, value, create ? Change.SET : Change.SET_EXISTING);
    }

    @PgFunction(oid = 5054)
    public static @Nullable Jsonb jsonb_set_lax(
            @Nullable Jsonb a,
            @Nullable PgArray path,
            @Nullable Jsonb value,
            @Nullable Boolean create,
            @Nullable Text onNull) {
        if (a == null || path == null || create == null) {
            return null;
        }
        if (onNull == null) {
            throw invalid(
                    "null_value_treatment must be \"delete_key\", \"return_target\", \"use_json_null\", or \"raise_exception\"");
        }
        if (value != null) {
            return jsonb_set(a, path, value, create);
        }
        return switch (onNull.toString()) {
            case "raise_exception" ->
                throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "JSON value must not be null")
                        .withDetail("Exception was raised because null_value_treatment is \"raise_exception\".")
                        .withHint(
                                "To avoid, either change the null_value_treatment argument or ensure that an SQL NULL is not passed.");
            case "use_json_null" -> jsonb_set(a, path, Jsonb.NULL, create);
            case "delete_key" -> jsonb_delete_path(a, path);
            case "return_target" -> a;
            default ->
                throw invalid(
                        "null_value_treatment must be \"delete_key\", \"return_target\", \"use_json_null\", or \"raise_exception\"");
        };
    }

    @PgFunction(oid = 3579)
    public static Jsonb jsonb_insert(Jsonb a, PgArray path, Jsonb value, boolean after) {
        checkPath(path);
        if (isScalar(a)) {
            throw invalid("cannot set path in scalar");
        }
        return path.size() == 0 ? a : change(a, path, 0, value, after ? Change.INSERT_AFTER : Change.INSERT_BEFORE);
    }

    private static Jsonb change(Jsonb a, PgArray path, int level, Jsonb value, Change change) {
        Text step = (Text) path.get(level);
        if (step == null) {
            throw new SqlException(
                    SqlState.NULL_VALUE_NOT_ALLOWED, "path element at position " + (level + 1) + " is null");
        }
        return switch (a) {
            case Jsonb.Object o -> changeObject(o, path, level, step, value, change);
            case Jsonb.Array array -> changeArray(array, path, level, step.toString(), value, change);
            default -> a;
        };
    }

    private static Jsonb changeObject(Jsonb.Object o, PgArray path, int level, Text step, Jsonb value, Change change) {
        boolean last = level == path.size() - 1;
        int found = o.indexOf(step);
        JsonbObjectBuilder builder = new JsonbObjectBuilder();
        for (int i = 0; i < o.size(); i++) {
            if (i != found) {
                builder.put(o.keys()[i], o.values()[i]);
            } else if (!last) {
                builder.put(step, change(o.values()[i], path, level + 1, value, change));
            } else if (change == Change.INSERT_BEFORE || change == Change.INSERT_AFTER) {
                throw invalid("cannot replace existing key")
                        .withHint("Try using the function jsonb_set to replace key value.");
            } else if (change != Change.DELETE) {
                builder.put(step, value);
            }
        }
        if (found < 0 && last && change.mayAdd()) {
            builder.put(step, value);
        }
        return builder.build();
    }

    private static Jsonb changeArray(
            Jsonb.Array array, PgArray path, int level, String step, Jsonb value, Change change) {
        Integer parsed = JsonPathSteps.index(step);
        if (parsed == null) {
            throw new SqlException(
                    SqlState.INVALID_TEXT_REPRESENTATION,
                    "path element at position " + (level + 1) + " is not an integer: \"" + step + "\"");
        }
        boolean last = level == path.size() - 1;
        int n = array.size();
        int index = parsed;
        boolean before = false;
        if (index < 0) {
            before = -(long) index > n;
            index = before ? -1 : n + index;
        } else if (index > n) {
            index = n;
        }
        List<Jsonb> all = new ArrayList<>(n + 1);
        boolean done = false;
        if ((before || n == 0) && last && change.mayAdd()) {
            all.add(value);
            done = true;
        }
        for (int i = 0; i < n; i++) {
            Jsonb old = array.elements()[i];
            if (i != index) {
                all.add(old);
                continue;
            }
            done = true;
            if (!last) {
                all.add(change(old, path, level + 1, value, change));
                continue;
            }
            switch (change) {
                case SET, SET_EXISTING -> all.add(value);
                case INSERT_BEFORE -> {
                    all.add(value);
                    all.add(old);
                }
                case INSERT_AFTER -> {
                    all.add(old);
                    all.add(value);
                }
                case DELETE -> {}
            }
        }
        if (!done && last && change.mayAdd()) {
            all.add(value);
        }
        return new Jsonb.Array(all.toArray(new Jsonb[0]));
    }

    @PgFunction(oid = 3262)
    public static Jsonb jsonb_strip_nulls(Jsonb a, boolean inArrays) {
        return switch (a) {
            case Jsonb.Object o -> {
                JsonbObjectBuilder builder = new JsonbObjectBuilder();
                for (int i = 0; i < o.size(); i++) {
                    if (!(o.values()[i] instanceof Jsonb.Null)) {
                        builder.put(o.keys()[i], jsonb_strip_nulls(o.values()[i], inArrays));
                    }
                }
                yield builder.build();
            }
            case Jsonb.Array array -> {
                List<Jsonb> kept = new ArrayList<>();
                for (Jsonb e : array.elements()) {
                    if (!inArrays || !(e instanceof Jsonb.Null)) {
                        kept.add(jsonb_strip_nulls(e, inArrays));
                    }
                }
                yield new Jsonb.Array(kept.toArray(new Jsonb[0]));
            }
            default -> a;
        };
    }

    @PgFunction(oid = 3306)
    public static Text jsonb_pretty(Jsonb a) {
        StringBuilder out = new StringBuilder();
        pretty(a, 0, out);
        return Text.of(out.toString());
    }

    private static void pretty(Jsonb a, int level, StringBuilder out) {
        switch (a) {
            case Jsonb.Object o -> {
                out.append('{');
                for (int i = 0; i < o.size(); i++) {
                    line(out.append(i == 0 ? "" : ","), level + 1);
                    JsonbText.quote(o.keys()[i].toString(), out);
                    pretty(o.values()[i], level + 1, out.append(": "));
                }
                line(out, level).append('}');
            }
            case Jsonb.Array array -> {
                out.append('[');
                for (int i = 0; i < array.size(); i++) {
                    line(out.append(i == 0 ? "" : ","), level + 1);
                    pretty(array.elements()[i], level + 1, out);
                }
                line(out, level).append(']');
            }
            default -> JsonbText.append(a, out);
        }
    }

    private static StringBuilder line(StringBuilder out, int level) {
        return out.append('\n').repeat(' ', level * 4);
    }
}
