package org.pgherd.semantics.codec;

import java.util.Locale;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Tokens of JSON text, and the errors of common/jsonapi.c with their context line.
public final class JsonLexer {
    /// Kinds of tokens.
    public enum Token {
        END,
        OBJECT_START,
        OBJECT_END,
        ARRAY_START,
        ARRAY_END,
        COMMA,
        COLON,
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        NULL
    }

    private static final int CONTEXT_LENGTH = 50;

    private final String input;
    /// Whether strings are wanted unescaped, and surrogates and \u0000 therefore checked.
    private final boolean unescape;
    private int start;
    private int end;
    private int line = 1;
    private int lineStart;
    private Token token = Token.END;
    private String string = "";

    public JsonLexer(String input, boolean unescape) {
        this.input = input;
        this.unescape = unescape;
    }

    public Token token() {
        return token;
    }

    /// Offset of the token.
    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /// The token as written.
    public String text() {
        return input.substring(start, end);
    }

    /// Of a string token, unescaped if that is wanted.
    public String string() {
        return string;
    }

    public Token next() {
        int i = end;
        while (i < input.length()) {
            char c = input.charAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                break;
            }
            i++;
        }
        start = i;
        if (i >= input.length()) {
            end = i;
            token = Token.END;
            return token;
        }
        char c = input.charAt(i);
        end = i + 1;
        token = switch (c) {
            case '{' -> Token.OBJECT_START;
            case '}' -> Token.OBJECT_END;
            case '[' -> Token.ARRAY_START;
            case ']' -> Token.ARRAY_END;
            case ',' -> Token.COMMA;
            case ':' -> Token.COLON;
            case '"' -> {
                lexString(i + 1);
                yield Token.STRING;
            }
            case '-' -> lexNumber(i + 1);
            default -> c >= '0' && c <= '9' ? lexNumber(i) : lexWord(i);
        };
        return token;
    }

    private Token lexWord(int from) {
        int i = from;
        while (i < input.length() && isWord(input.charAt(i))) {
            i++;
        }
        if (i == from) {
            end = input.offsetByCodePoints(from, 1);
            throw invalidToken();
        }
        end = i;
        return switch (text()) {
            case "true" -> Token.TRUE;
            case "false" -> Token.FALSE;
            case "null" -> Token.NULL;
            default -> throw invalidToken();
        };
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 0x80;
    }

    private Token lexNumber(int from) {
        int i = from;
        boolean bad = false;
        if (digit(i) && input.charAt(i) == '0') {
            i++;
        } else if (digit(i)) {
            i = digits(i);
        } else {
            bad = true;
        }
        if (i < input.length() && input.charAt(i) == '.') {
            i++;
            bad |= !digit(i);
            i = digits(i);
        }
        if (i < input.length() && (input.charAt(i) | 0x20) == 'e') {
            i++;
            if (i < input.length() && (input.charAt(i) == '+' || input.charAt(i) == '-')) {
                i++;
            }
            bad |= !digit(i);
            i = digits(i);
        }
        while (i < input.length() && isWord(input.charAt(i))) {
            bad = true;
            i++;
        }
        end = i;
        if (bad) {
            throw invalidToken();
        }
        return Token.NUMBER;
    }

    private boolean digit(int i) {
        return i < input.length() && input.charAt(i) >= '0' && input.charAt(i) <= '9';
    }

    private int digits(int from) {
        int i = from;
        while (digit(i)) {
            i++;
        }
        return i;
    }

    private void lexString(int from) {
        int i = from;
        int plain = from;
        StringBuilder out = null;
        int highSurrogate = -1;
        while (true) {
            if (i >= input.length()) {
                end = i;
                throw invalidToken();
            }
            char c = input.charAt(i);
            if (c == '"') {
                if (highSurrogate >= 0) {
                    throw at(i + 1, "Unicode low surrogate must follow a high surrogate.");
                }
                string = out == null
                        ? input.substring(plain, i)
                        : out.append(input, plain, i).toString();
                end = i + 1;
                return;
            }
            if (c == '\\') {
                if (unescape) {
                    out = (out == null ? new StringBuilder() : out).append(input, plain, i);
                }
                i++;
                if (i >= input.length()) {
                    end = i;
                    throw invalidToken();
                }
                char escape = input.charAt(i);
                if (escape == 'u') {
                    int code = hex(i + 1);
                    i += 4;
                    if (unescape && out != null) {
                        highSurrogate = unicode(code, highSurrogate, i + 1, out);
                    }
                } else {
                    if (unescape && highSurrogate >= 0) {
                        throw at(i + 1, "Unicode low surrogate must follow a high surrogate.");
                    }
                    int plainChar = "\"\\/bfnrt".indexOf(escape);
                    if (plainChar < 0) {
                        start = i;
                        end = input.offsetByCodePoints(i, 1);
                        throw error("Escape sequence \"\\" + text() + "\" is invalid.");
                    }
                    if (out != null) {
                        out.append("\"\\/\b\f\n\r\t".charAt(plainChar));
                    }
                }
                i++;
                plain = out == null ? plain : i;
                continue;
            }
            if (c < ' ') {
                end = i;
                throw error(String.format(Locale.ROOT, "Character with value 0x%02x must be escaped.", (int) c));
            }
            if (highSurrogate >= 0) {
                throw at(i + 1, "Unicode low surrogate must follow a high surrogate.");
            }
            i++;
        }
    }

    private int hex(int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            if (i >= input.length()) {
                end = i;
                throw invalidToken();
            }
            int digit = input.charAt(i) < 128 ? Character.digit(input.charAt(i), 16) : -1;
            if (digit < 0) {
                throw at(input.offsetByCodePoints(i, 1), "\"\\u\" must be followed by four hexadecimal digits.");
            }
            code = code * 16 + digit;
        }
        return code;
    }

    /// Appends the character; gives the high surrogate that waits for its low one, or -1.
    private int unicode(int code, int highSurrogate, int until, StringBuilder out) {
        if (code >= 0xD800 && code <= 0xDBFF) {
            if (highSurrogate >= 0) {
                throw at(until, "Unicode high surrogate must not follow a high surrogate.");
            }
            return code;
        }
        if (code >= 0xDC00 && code <= 0xDFFF) {
            if (highSurrogate < 0) {
                throw at(until, "Unicode low surrogate must follow a high surrogate.");
            }
            out.append((char) highSurrogate).append((char) code);
            return -1;
        }
        if (highSurrogate >= 0) {
            throw at(until, "Unicode low surrogate must follow a high surrogate.");
        }
        if (code == 0) {
            end = until;
            throw new SqlException(SqlState.UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence")
                    .withDetail("\\u0000 cannot be converted to text.")
                    .withContext(context());
        }
        out.append((char) code);
        return -1;
    }

    private SqlException at(int position, String detail) {
        end = position;
        return error(detail);
    }

    private SqlException invalidToken() {
        return error("Token \"" + text() + "\" is invalid.");
    }

    /// The current token is not what was expected.
    public SqlException unexpected(String expected) {
        return token == Token.END
                ? error("The input string ended unexpectedly.")
                : error("Expected " + expected + ", but found \"" + text() + "\".");
    }

    private SqlException error(String detail) {
        return new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type json")
                .withDetail(detail)
                .withContext(context());
    }

    /// The line of the error up to the end of the token, its beginning cut off if it is long.
    private String context() {
        int from = lineStart;
        while (end - from >= CONTEXT_LENGTH) {
            from = input.offsetByCodePoints(from, 1);
        }
        if (from - lineStart <= 3) {
            from = lineStart;
        }
        boolean more = token != Token.END || start < input.length();
        String suffix =
                more && end < input.length() && input.charAt(end) != '\n' && input.charAt(end) != '\r' ? "..." : "";
        return "JSON data, line " + line + ": " + (from > lineStart ? "..." : "") + input.substring(from, end) + suffix;
    }
}
