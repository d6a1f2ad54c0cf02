package org.pgherd.grammar.lexer;

import static org.pgherd.grammar.antlr.PgSql.*;

import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Operators and comments, which begin with the same characters.
final class OperatorLexer {
    private static final boolean[] OPERATOR = flags("~!@#^&|`?+-*/%<>=");
    /// With one of these a multi-character operator may end in + or -.
    private static final boolean[] FREE = flags("~!@#^&|`?%");

    private static final int MAX_LENGTH = 63;

    private OperatorLexer() {}

    private static boolean[] flags(String chars) {
        boolean[] flags = new boolean[128];
        for (int i = 0; i < chars.length(); i++) {
            flags[chars.charAt(i)] = true;
        }
        return flags;
    }

    static boolean isOperatorChar(char c) {
        return c < 128 && OPERATOR[c];
    }

    /// One operator or one comment at `at`; the offset behind it.
    static int operator(SqlLexer lexer, int at) {
        String text = lexer.text();
        int limit = lexer.limit();
        int end = at;
        while (end < limit && isOperatorChar(text.charAt(end))) {
            char c = text.charAt(end);
            char next = end + 1 < limit ? text.charAt(end + 1) : '\0';
            if ((c == '-' && next == '-') || (c == '/' && next == '*')) {
                if (end == at) {
                    return c == '-' ? lineEnd(text, at + 2, limit) : commentEnd(lexer, at);
                }
                break;
            }
            end++;
        }
        end = withoutTrailingSign(text, at, end);
        int type = typeOf(text, at, end);
        if (end - at > MAX_LENGTH) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "operator too long at or near \"" + text.substring(at, end) + "\"",
                    new Position(at, end));
        }
        lexer.add(type, at, end);
        return end;
    }

    private static int withoutTrailingSign(String text, int start, int end) {
        if (end - start < 2) {
            return end;
        }
        char last = text.charAt(end - 1);
        if (last != '+' && last != '-') {
            return end;
        }
        for (int i = start; i < end - 1; i++) {
            if (FREE[text.charAt(i)]) {
                return end;
            }
        }
        while (end - start > 1 && (text.charAt(end - 1) == '+' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    private static int typeOf(String text, int start, int end) {
        char c = text.charAt(start);
        if (end - start == 1) {
            return switch (c) {
                case '+' -> PLUS;
                case '-' -> MINUS;
                case '*' -> STAR;
                case '/' -> SLASH;
                case '%' -> PERCENT;
                case '^' -> CARET;
                case '<' -> LT;
                case '>' -> GT;
                case '=' -> EQ;
                default -> OP;
            };
        }
        if (end - start == 2) {
            char d = text.charAt(start + 1);
            if (d == '=') {
                return switch (c) {
                    case '<' -> LESS_EQUALS;
                    case '>' -> GREATER_EQUALS;
                    case '!' -> NOT_EQUALS;
                    default -> OP;
                };
            }
            if (d == '>') {
                return c == '<' ? NOT_EQUALS : c == '=' ? EQUALS_GREATER : OP;
            }
        }
        return OP;
    }

    private static int lineEnd(String text, int at, int limit) {
        while (at < limit && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int commentEnd(SqlLexer lexer, int start) {
        String text = lexer.text();
        int limit = lexer.limit();
        int depth = 1;
        int at = start + 2;
        while (at < limit) {
            char c = text.charAt(at);
            char next = at + 1 < limit ? text.charAt(at + 1) : '\0';
            if (c == '*' && next == '/') {
                at += 2;
                if (--depth == 0) {
                    return at;
                }
            } else if (c == '/' && next == '*') {
                at += 2;
                depth++;
            } else {
                at++;
            }
        }
        throw lexer.error("unterminated /* comment", start, limit);
    }
}
