package org.pgherd.semantics.function.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Text;

/// A json or jsonb value as far as making rows of it needs to know (jsonfuncs.c: JsValue, JsObject).
sealed interface JsonSource {
    boolean isNull();

    boolean isString();

    boolean isArray();

    boolean isObject();

    /// The value under a key of an object; null if there is none.
    @Nullable
    JsonSource field(String key);

    List<JsonSource> elements();

    /// Whether an object has no keys; of jsonb only, as PostgreSQL asks it.
    boolean isEmptyObject();

    /// As an input function gets it: a string without its quotes.
    String text();

    /// As the input functions of json and jsonb get it.
    String json();

    /// The value, if it is jsonb already; null if it must be read from [#json()].
    default @Nullable Jsonb jsonb() {
        return null;
    }

    record OfJson(JsonTree tree) implements JsonSource {
        @Override
        public boolean isNull() {
            return tree.kind() == JsonTree.Kind.NULL;
        }

        @Override
        public boolean isString() {
            return tree.kind() == JsonTree.Kind.STRING;
        }

        @Override
        public boolean isArray() {
            return tree.kind() == JsonTree.Kind.ARRAY;
        }

        @Override
        public boolean isObject() {
            return tree.kind() == JsonTree.Kind.OBJECT;
        }

        @Override
        public @Nullable JsonSource field(String key) {
            JsonTree found = tree.field(key);
            return found == null ? null : new OfJson(found);
        }

        @Override
        public List<JsonSource> elements() {
            List<JsonSource> all = new ArrayList<>();
            tree.children().forEach(child -> all.add(new OfJson(child)));
            return all;
        }

        @Override
        public boolean isEmptyObject() {
            return tree.keys().isEmpty();
        }

        @Override
        public String text() {
            return isString() ? tree.string() : tree.text();
        }

        @Override
        public String json() {
            if (!isString()) {
                return tree.text();
            }
            StringBuilder out = new StringBuilder();
            JsonbText.quote(tree.string(), out);
            return out.toString();
        }
    }

    record OfJsonb(Jsonb value) implements JsonSource {
        @Override
        public boolean isNull() {
            return value instanceof Jsonb.Null;
        }

        @Override
        public boolean isString() {
            return value instanceof Jsonb.Str;
        }

        @Override
        public boolean isArray() {
            return value instanceof Jsonb.Array;
        }

        @Override
        public boolean isObject() {
            return value instanceof Jsonb.Object;
        }

        @Override
        public @Nullable JsonSource field(String key) {
            Jsonb found = value instanceof Jsonb.Object o ? o.get(Text.of(key)) : null;
            return found == null ? null : new OfJsonb(found);
        }

        @Override
        public List<JsonSource> elements() {
            List<JsonSource> all = new ArrayList<>();
            if (value instanceof Jsonb.Array array) {
                for (Jsonb element : array.elements()) {
                    all.add(new OfJsonb(element));
                }
            }
            return all;
        }

        @Override
        public boolean isEmptyObject() {
            return value instanceof Jsonb.Object o && o.keys().length == 0;
        }

        @Override
        public String text() {
            return value instanceof Jsonb.Str s ? s.value().toString() : json();
        }

        @Override
        public String json() {
            return JsonbText.format(value);
        }

        @Override
        public Jsonb jsonb() {
            return value;
        }
    }

    /// A whole document: null and strings are JSON text in it, not values of SQL.
    record Document(Jsonb value) implements JsonSource {
        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public boolean isString() {
            return false;
        }

        @Override
        public boolean isArray() {
            return value instanceof Jsonb.Array;
        }

        @Override
        public boolean isObject() {
            return value instanceof Jsonb.Object;
        }

        @Override
        public @Nullable JsonSource field(String key) {
            return new OfJsonb(value).field(key);
        }

        @Override
        public List<JsonSource> elements() {
            return new OfJsonb(value).elements();
        }

        @Override
        public boolean isEmptyObject() {
            return new OfJsonb(value).isEmptyObject();
        }

        @Override
        public String text() {
            return json();
        }

        @Override
        public String json() {
            return JsonbText.format(value);
        }

        @Override
        public Jsonb jsonb() {
            return value;
        }
    }

    /// A string whose quotes are left out, for types that read JSON as well.
    record Characters(String text) implements JsonSource {
        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public boolean isString() {
            return true;
        }

        @Override
        public boolean isArray() {
            return false;
        }

        @Override
        public boolean isObject() {
            return false;
        }

        @Override
        public @Nullable JsonSource field(String key) {
            return null;
        }

        @Override
        public List<JsonSource> elements() {
            return List.of();
        }

        @Override
        public boolean isEmptyObject() {
            return false;
        }

        @Override
        public String json() {
            return text;
        }
    }
}
