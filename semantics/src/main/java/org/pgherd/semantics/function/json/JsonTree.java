package org.pgherd.semantics.function.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.JsonLexer;
import org.pgherd.semantics.value.Text;

/// A json value with the places of its parts in the text. Duplicate keys stay, in order.
///
/// @param keys of an object, unescaped; empty of others
/// @param text of the whole, parts are substrings
record JsonTree(Kind kind, List<String> keys, List<JsonTree> children, String string, String text) {
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    static JsonTree parse(Text json) {
        String input = json.toString();
        JsonLexer lexer = new JsonLexer(input, true);
        lexer.next();
        return value(lexer, input);
    }

    private static JsonTree value(JsonLexer lexer, String input) {
        int start = lexer.start();
        return switch (lexer.token()) {
            case OBJECT_START -> {
                List<String> keys = new ArrayList<>();
                List<JsonTree> values = new ArrayList<>();
                while (lexer.next() != JsonLexer.Token.OBJECT_END) {
                    if (lexer.token() == JsonLexer.Token.COMMA) {
                        lexer.next();
                    }
                    keys.add(lexer.string());
                    lexer.next(); // the colon
                    lexer.next();
                    values.add(value(lexer, input));
                }
                yield new JsonTree(Kind.OBJECT, keys, values, "", input.substring(start, lexer.end()));
            }
            case ARRAY_START -> {
                List<JsonTree> values = new ArrayList<>();
                while (lexer.next() != JsonLexer.Token.ARRAY_END) {
                    if (lexer.token() == JsonLexer.Token.COMMA) {
                        lexer.next();
                    }
                    values.add(value(lexer, input));
                }
                yield new JsonTree(Kind.ARRAY, List.of(), values, "", input.substring(start, lexer.end()));
            }
            case STRING -> leaf(Kind.STRING, lexer.string(), lexer);
            case NUMBER -> leaf(Kind.NUMBER, "", lexer);
            case TRUE, FALSE -> leaf(Kind.BOOLEAN, "", lexer);
            case NULL -> leaf(Kind.NULL, "", lexer);
            case END, OBJECT_END, ARRAY_END, COMMA, COLON -> throw new AssertionError("not json: " + input);
        };
    }

    private static JsonTree leaf(Kind kind, String string, JsonLexer lexer) {
        return new JsonTree(kind, List.of(), List.of(), string, lexer.text());
    }

    boolean isScalar() {
        return kind != Kind.OBJECT && kind != Kind.ARRAY;
    }

    /// The last value under the key.
    @Nullable
    JsonTree field(String key) {
        for (int i = keys.size() - 1; i >= 0; i--) {
            if (keys.get(i).equals(key)) {
                return children.get(i);
            }
        }
        return null;
    }

    /// Negative indexes count from the end.
    @Nullable
    JsonTree element(int index) {
        int i = index < 0 ? children.size() + index : index;
        return kind == Kind.ARRAY && i >= 0 && i < children.size() ? children.get(i) : null;
    }

    Text json() {
        return Text.of(text);
    }

    /// As text: a string's characters, null for JSON's null.
    @Nullable
    Text asText() {
        return kind == Kind.NULL ? null : kind == Kind.STRING ? Text.of(string) : json();
    }
}
