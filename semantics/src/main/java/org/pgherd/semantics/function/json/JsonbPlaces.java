package org.pgherd.semantics.function.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.JsonbObjectBuilder;
import org.pgherd.semantics.value.Text;

/// `jsonb[a][b] := value`: what is missing on the way is made, gaps of arrays are filled with nulls, and what stands in
/// the
/// way is an error (jsonb_subscript_assign of jsonbsubs.c, jsonb_set_element of jsonfuncs.c).
public final class JsonbPlaces {
    private JsonbPlaces() {}

    /// @param old null for SQL's NULL
    /// @param path not empty
    /// @param integer whether the first subscript is an integer: a NULL becomes an array then, else an object
    /// @param value null for SQL's NULL, which is stored as JSON's
    public static Jsonb set(@Nullable Jsonb old, Text[] path, boolean integer, @Nullable Jsonb value) {
        Jsonb part = value == null ? Jsonb.NULL : value;
        Jsonb container =
                old != null ? old : integer ? new Jsonb.Array(new Jsonb[0]) : new JsonbObjectBuilder().build();
        return set(container, path, 0, part);
    }

    private static Jsonb set(Jsonb container, Text[] path, int level, Jsonb value) {
        if (level == path.length) {
            return value;
        }
        return switch (container) {
            case Jsonb.Object object -> inObject(object, path, level, value);
            case Jsonb.Array array -> inArray(array, path, level, value);
            default ->
                throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "cannot replace existing key")
                        .withDetail("The path assumes key is a composite object, but it is a scalar value.");
        };
    }

    private static Jsonb inObject(Jsonb.Object object, Text[] path, int level, Jsonb value) {
        int found = object.indexOf(path[level]);
        JsonbObjectBuilder builder = new JsonbObjectBuilder();
        for (int i = 0; i < object.size(); i++) {
            Jsonb kept = object.values()[i];
            builder.put(object.keys()[i], i == found ? set(kept, path, level + 1, value) : kept);
        }
        if (found < 0) {
            builder.put(path[level], fresh(path, level + 1, value));
        }
        return builder.build();
    }

    private static Jsonb inArray(Jsonb.Array array, Text[] path, int level, Jsonb value) {
        Integer parsed = JsonPathSteps.index(path[level].toString());
        if (parsed == null) {
            throw new SqlException(
                    SqlState.INVALID_TEXT_REPRESENTATION,
                    "path element at position " + (level + 1) + " is not an integer: \"" + path[level] + "\"");
        }
        int size = array.size();
        if (-(long) parsed > size) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "path element at position " + (level + 1) + " is out of range: " + parsed);
        }
        int index = parsed < 0 ? size + parsed : parsed;
        List<Jsonb> all = new ArrayList<>(Arrays.asList(array.elements()));
        if (index < size) {
            all.set(index, set(all.get(index), path, level + 1, value));
        } else {
            fill(all, index);
            all.add(fresh(path, level + 1, value));
        }
        return new Jsonb.Array(all.toArray(new Jsonb[0]));
    }

    /// What the rest of a path makes where there is nothing yet (push_path).
    private static Jsonb fresh(Text[] path, int level, Jsonb value) {
        if (level == path.length) {
            return value;
        }
        Jsonb inner = fresh(path, level + 1, value);
        Integer index = JsonPathSteps.index(path[level].toString());
        if (index == null) {
            return new JsonbObjectBuilder().put(path[level], inner).build();
        }
        List<Jsonb> all = new ArrayList<>();
        fill(all, index);
        all.add(inner);
        return new Jsonb.Array(all.toArray(new Jsonb[0]));
    }

    private static void fill(List<Jsonb> elements, int size) {
        while (elements.size() < size) {
            elements.add(Jsonb.NULL);
        }
    }
}
