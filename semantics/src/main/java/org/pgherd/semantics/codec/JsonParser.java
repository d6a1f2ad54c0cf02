package org.pgherd.semantics.codec;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.JsonbObjectBuilder;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// Reads JSON text: checks it, or makes it jsonb (jsonapi.c, jsonb.c:jsonb_in).
public final class JsonParser {
    /// Deeper nesting would exhaust the stack.
    private static final int MAX_DEPTH = 6000;

    private final JsonLexer lexer;
    private int depth;

    private JsonParser(JsonLexer lexer) {
        this.lexer = lexer;
    }

    /// Fails with PostgreSQL's error if the text is not JSON.
    public static void check(String text) {
        JsonParser parser = new JsonParser(new JsonLexer(text, false));
        parser.lexer.next();
        parser.checkValue();
        parser.expectEnd();
    }

    public static Jsonb parseJsonb(String text) {
        JsonParser parser = new JsonParser(new JsonLexer(text, true));
        parser.lexer.next();
        Jsonb value = parser.value();
        parser.expectEnd();
        return value;
    }

    private void expectEnd() {
        if (lexer.token() != JsonLexer.Token.END) {
            throw lexer.unexpected("end of input");
        }
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new SqlException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded")
                    .withHint("Increase the configuration parameter \"max_stack_depth\" (currently 2048kB), after"
                            + " ensuring the platform's stack depth limit is adequate.");
        }
    }

    private Jsonb value() {
        Jsonb value = switch (lexer.token()) {
            case OBJECT_START -> object();
            case ARRAY_START -> array();
            case STRING -> new Jsonb.Str(Text.of(lexer.string()));
            case NUMBER -> new Jsonb.Number(Numeric.parse(lexer.text()));
            case TRUE -> Jsonb.TRUE;
            case FALSE -> Jsonb.FALSE;
            case NULL -> Jsonb.NULL;
            case END, OBJECT_END, ARRAY_END, COMMA, COLON -> throw lexer.unexpected("JSON value");
        };
        lexer.next();
        return value;
    }

    /// Leaves the closing brace as the current token.
    private Jsonb object() {
        enter();
        if (lexer.next() == JsonLexer.Token.OBJECT_END) {
            depth--;
            return Jsonb.Object.EMPTY;
        }
        if (lexer.token() != JsonLexer.Token.STRING) {
            throw lexer.unexpected("string or \"}\"");
        }
        JsonbObjectBuilder builder = new JsonbObjectBuilder();
        while (true) {
            if (lexer.token() != JsonLexer.Token.STRING) {
                throw lexer.unexpected("string");
            }
            Text key = Text.of(lexer.string());
            if (lexer.next() != JsonLexer.Token.COLON) {
                throw lexer.unexpected("\":\"");
            }
            lexer.next();
            builder.put(key, value());
            if (lexer.token() == JsonLexer.Token.COMMA) {
                lexer.next();
            } else if (lexer.token() == JsonLexer.Token.OBJECT_END) {
                depth--;
                return builder.build();
            } else {
                throw lexer.unexpected("\",\" or \"}\"");
            }
        }
    }

    private Jsonb array() {
        enter();
        if (lexer.next() == JsonLexer.Token.ARRAY_END) {
            depth--;
            return Jsonb.Array.EMPTY;
        }
        List<Jsonb> elements = new ArrayList<>();
        while (true) {
            elements.add(value());
            if (lexer.token() == JsonLexer.Token.COMMA) {
                lexer.next();
            } else if (lexer.token() == JsonLexer.Token.ARRAY_END) {
                depth--;
                return new Jsonb.Array(elements.toArray(new Jsonb[0]));
            } else {
                throw lexer.unexpected("\",\" or \"]\"");
            }
        }
    }

    private void checkValue() {
        switch (lexer.token()) {
            case OBJECT_START -> checkObject();
            case ARRAY_START -> checkArray();
            case STRING, NUMBER, TRUE, FALSE, NULL -> {}
            case END, OBJECT_END, ARRAY_END, COMMA, COLON -> throw lexer.unexpected("JSON value");
        }
        lexer.next();
    }

    private void checkObject() {
        enter();
        if (lexer.next() != JsonLexer.Token.OBJECT_END) {
            if (lexer.token() != JsonLexer.Token.STRING) {
                throw lexer.unexpected("string or \"}\"");
            }
            while (true) {
                if (lexer.token() != JsonLexer.Token.STRING) {
                    throw lexer.unexpected("string");
                }
                if (lexer.next() != JsonLexer.Token.COLON) {
                    throw lexer.unexpected("\":\"");
                }
                lexer.next();
                checkValue();
                if (lexer.token() == JsonLexer.Token.COMMA) {
                    lexer.next();
                } else if (lexer.token() == JsonLexer.Token.OBJECT_END) {
                    break;
                } else {
                    throw lexer.unexpected("\",\" or \"}\"");
                }
            }
        }
        depth--;
    }

    private void checkArray() {
        enter();
        if (lexer.next() != JsonLexer.Token.ARRAY_END) {
            while (true) {
                checkValue();
                if (lexer.token() == JsonLexer.Token.COMMA) {
                    lexer.next();
                } else if (lexer.token() == JsonLexer.Token.ARRAY_END) {
                    break;
                } else {
                    throw lexer.unexpected("\",\" or \"]\"");
                }
            }
        }
        depth--;
    }
}
