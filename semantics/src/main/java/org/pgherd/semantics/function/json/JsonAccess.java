package org.pgherd.semantics.function.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// Parts of json (jsonfuncs.c).
public final class JsonAccess {
    private JsonAccess() {}

    private static @Nullable Text json(@Nullable JsonTree tree) {
        return tree == null ? null : tree.json();
    }

    private static @Nullable Text text(@Nullable JsonTree tree) {
        return tree == null ? null : tree.asText();
    }

    @PgFunction(oid = 3947)
    public static @Nullable Text json_object_field(Text a, Text key) {
        return json(JsonTree.parse(a).field(key.toString()));
    }

    @PgFunction(oid = 3948)
    public static @Nullable Text json_object_field_text(Text a, Text key) {
        return text(JsonTree.parse(a).field(key.toString()));
    }

    @PgFunction(oid = 3949)
    public static @Nullable Text json_array_element(Text a, int index) {
        return json(JsonTree.parse(a).element(index));
    }

    @PgFunction(oid = 3950)
    public static @Nullable Text json_array_element_text(Text a, int index) {
        return text(JsonTree.parse(a).element(index));
    }

    private static @Nullable JsonTree walk(Text a, PgArray path) {
        JsonTree tree = JsonTree.parse(a);
        if (path.hasNulls()) {
            return null;
        }
        for (int i = 0; i < path.size() && tree != null; i++) {
            String step = String.valueOf(path.get(i));
            if (tree.kind() == JsonTree.Kind.ARRAY) {
                Integer index = JsonPathSteps.index(step);
                tree = index == null || index == Integer.MIN_VALUE ? null : tree.element(index);
            } else {
                tree = tree.field(step);
            }
        }
        return tree;
    }

    @PgFunction(oid = 3951)
    public static @Nullable Text json_extract_path(Text a, PgArray path) {
        return json(walk(a, path));
    }

    @PgFunction(oid = 3953)
    public static @Nullable Text json_extract_path_text(Text a, PgArray path) {
        return text(walk(a, path));
    }

    @PgFunction(oid = 3968)
    public static Text json_typeof(Text a) {
        return Text.of(JsonTree.parse(a).kind().name().toLowerCase(Locale.ROOT));
    }

    private static SqlException invalid(String message) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    @PgFunction(oid = 3956)
    public static int json_array_length(Text a) {
        JsonTree tree = JsonTree.parse(a);
        if (tree.kind() != JsonTree.Kind.ARRAY) {
            throw invalid(
                    tree.isScalar() ? "cannot get array length of a scalar" : "cannot get array length of a non-array");
        }
        return tree.children().size();
    }

    @PgFunction(oid = 3957)
    public static RowIterator json_object_keys(Text a) {
        JsonTree tree = JsonTree.parse(a);
        if (tree.kind() != JsonTree.Kind.OBJECT) {
            throw invalid("cannot call json_object_keys on " + (tree.isScalar() ? "a scalar" : "an array"));
        }
        return RowIterator.ofValues(tree.keys().stream().map(Text::of).iterator());
    }

    private static RowIterator each(Text a, boolean asText) {
        JsonTree tree = JsonTree.parse(a);
        if (tree.kind() != JsonTree.Kind.OBJECT) {
            throw invalid(tree.isScalar() ? "cannot deconstruct a scalar" : "cannot deconstruct an array as an object");
        }
        return new RowIterator() {
            private int at = -1;

            @Override
            public boolean next() {
                return ++at < tree.keys().size();
            }

            @Override
            public @Nullable Object get(int column) {
                JsonTree value = tree.children().get(at);
                return column == 0 ? Text.of(tree.keys().get(at)) : asText ? value.asText() : value.json();
            }
        };
    }

    @PgFunction(oid = 3958)
    public static RowIterator json_each(Text a) {
        return each(a, false);
    }

    @PgFunction(oid = 3959)
    public static RowIterator json_each_text(Text a) {
        return each(a, true);
    }

    private static RowIterator elements(Text a, String function, boolean asText) {
        JsonTree tree = JsonTree.parse(a);
        if (tree.kind() != JsonTree.Kind.ARRAY) {
            throw invalid("cannot call " + function + " on a " + (tree.isScalar() ? "scalar" : "non-array"));
        }
        return RowIterator.ofValues(tree.children().stream()
                .<@Nullable Object>map(c -> asText ? c.asText() : c.json())
                .iterator());
    }

    @PgFunction(oid = 3955)
    public static RowIterator json_array_elements(Text a) {
        return elements(a, "json_array_elements", false);
    }

    @PgFunction(oid = 3969)
    public static RowIterator json_array_elements_text(Text a) {
        return elements(a, "json_array_elements_text", true);
    }

    @PgFunction(oid = 3261)
    public static Text json_strip_nulls(Text a, boolean inArrays) {
        StringBuilder out = new StringBuilder();
        strip(JsonTree.parse(a), inArrays, out);
        return Text.of(out.toString());
    }

    private static void strip(JsonTree tree, boolean inArrays, StringBuilder out) {
        boolean first = true;
        switch (tree.kind()) {
            case OBJECT -> {
                out.append('{');
                for (int i = 0; i < tree.keys().size(); i++) {
                    if (tree.children().get(i).kind() != JsonTree.Kind.NULL) {
                        out.append(first ? "" : ",");
                        JsonbText.quote(tree.keys().get(i), out);
                        strip(tree.children().get(i), inArrays, out.append(':'));
                        first = false;
                    }
                }
                out.append('}');
            }
            case ARRAY -> {
                out.append('[');
                for (JsonTree child : tree.children()) {
                    if (!inArrays || child.kind() != JsonTree.Kind.NULL) {
                        strip(child, inArrays, out.append(first ? "" : ","));
                        first = false;
                    }
                }
                out.append(']');
            }
            case STRING -> JsonbText.quote(tree.string(), out);
            case NUMBER, BOOLEAN, NULL -> out.append(tree.text());
        }
    }
}
