package org.pgherd.semantics.function.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.JsonParser;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.JsonbObjectBuilder;
import org.pgherd.semantics.value.Text;

/// JSON_OBJECT, JSON_ARRAY, JSON(... WITH UNIQUE KEYS) and IS JSON (json_build_object_worker and its kin in json.c and
/// jsonb.c, json_validate).
public final class JsonConstruction {
    private JsonConstruction() {}

    /// Values of json are [Text].
    ///
    /// @param values keys and values in turn
    public static Object object(
            FunctionContext context,
            int[] types,
            @Nullable Object[] values,
            boolean absentOnNull,
            boolean uniqueKeys,
            boolean binary) {
        return binary
                ? jsonb(context, types, values, absentOnNull, uniqueKeys)
                : json(context, types, values, absentOnNull, uniqueKeys);
    }

    private static Text json(
            FunctionContext context, int[] types, @Nullable Object[] values, boolean absentOnNull, boolean unique) {
        JsonWriter writer = new JsonWriter(context);
        StringBuilder out = new StringBuilder("{");
        Set<String> seen = new HashSet<>();
        boolean first = true;
        for (int i = 0; i < values.length; i += 2) {
            Object value = values[i + 1];
            boolean skip = absentOnNull && value == null;
            if (skip && !unique) {
                continue;
            }
            Object key = values[i];
            if (key == null) {
                throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "null value not allowed for object key");
            }
            String name = writer.key(types[i], key);
            if (unique && !seen.add(name)) {
                StringBuilder quoted = new StringBuilder();
                JsonbText.quote(name, quoted);
                throw duplicate(": " + quoted);
            }
            if (skip) {
                continue;
            }
            JsonbText.quote(name, out.append(first ? "" : ", "));
            first = false;
            writer.write(types[i + 1], value, out.append(" : "));
        }
        return Text.of(out.append('}').toString());
    }

    private static SqlException duplicate(String key) {
        return new SqlException(SqlState.DUPLICATE_JSON_OBJECT_KEY_VALUE, "duplicate JSON object key value" + key);
    }

    private static Jsonb jsonb(
            FunctionContext context, int[] types, @Nullable Object[] values, boolean absentOnNull, boolean unique) {
        JsonWriter writer = new JsonWriter(context);
        JsonbObjectBuilder builder = new JsonbObjectBuilder();
        Set<String> seen = new HashSet<>();
        boolean duplicate = false;
        for (int i = 0; i < values.length; i += 2) {
            Object value = values[i + 1];
            boolean skip = absentOnNull && value == null;
            if (skip && !unique) {
                continue;
            }
            Object key = values[i];
            if (key == null) {
                throw new SqlException(
                        SqlState.INVALID_PARAMETER_VALUE, "argument " + (i + 1) + ": key must not be null");
            }
            String name = writer.key(types[i], key);
            duplicate |= !seen.add(name);
            if (!skip) {
                builder.put(Text.of(name), writer.toJsonb(types[i + 1], value));
            }
        }
        if (unique && duplicate) {
            throw duplicate("");
        }
        return builder.build();
    }

    public static Object array(
            FunctionContext context, int[] types, @Nullable Object[] values, boolean absentOnNull, boolean binary) {
        JsonWriter writer = new JsonWriter(context);
        StringBuilder out = new StringBuilder("[");
        List<Jsonb> elements = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (absentOnNull && values[i] == null) {
                continue;
            }
            if (binary) {
                elements.add(writer.toJsonb(types[i], values[i]));
            } else {
                writer.write(types[i], values[i], out.append(out.length() == 1 ? "" : ", "));
            }
        }
        return binary
                ? new Jsonb.Array(elements.toArray(new Jsonb[0]))
                : Text.of(out.append(']').toString());
    }

    /// json of text whose objects must not repeat a key.
    public static Object parse(Text text, boolean binary) {
        Text json = text;
        JsonParser.check(json.toString());
        if (!hasUniqueKeys(JsonTree.parse(json))) {
            throw new SqlException(SqlState.DUPLICATE_JSON_OBJECT_KEY_VALUE, "duplicate JSON object key value");
        }
        return binary ? JsonParser.parseJsonb(json.toString()) : json;
    }

    /// Of which kind a value is.
    public enum Item {
        OBJECT,
        ARRAY,
        SCALAR
    }

    /// What the text holds; null if it is no JSON, or if a key repeats that must not.
    public static @Nullable Item item(Text text, boolean uniqueKeys, boolean checked) {
        JsonTree tree;
        try {
            if (!checked) {
                JsonParser.check(text.toString());
            }
            if (!uniqueKeys) {
                return switch (first(text.toString())) {
                    case '{' -> Item.OBJECT;
                    case '[' -> Item.ARRAY;
                    default -> Item.SCALAR;
                };
            }
            tree = JsonTree.parse(text);
        } catch (SqlException e) {
            return null;
        }
        if (!hasUniqueKeys(tree)) {
            return null;
        }
        return switch (tree.kind()) {
            case OBJECT -> Item.OBJECT;
            case ARRAY -> Item.ARRAY;
            default -> Item.SCALAR;
        };
    }

    private static char first(String text) {
        int at = 0;
        while (text.charAt(at) <= ' ') {
            at++;
        }
        return text.charAt(at);
    }

    private static boolean hasUniqueKeys(JsonTree tree) {
        Set<String> seen = new HashSet<>();
        for (String key : tree.keys()) {
            if (!seen.add(key)) {
                return false;
            }
        }
        for (JsonTree child : tree.children()) {
            if (!hasUniqueKeys(child)) {
                return false;
            }
        }
        return true;
    }

    public static Item item(Jsonb value) {
        return value instanceof Jsonb.Object ? Item.OBJECT : value instanceof Jsonb.Array ? Item.ARRAY : Item.SCALAR;
    }
}
