package org.pgherd.grammar.lexer;

import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Decodes U&'...' and U&"...". Transplants parser.c:str_udeescape.
final class UnicodeEscapes {
    private UnicodeEscapes() {}

    static boolean isEscape(char c) {
        return Character.digit(c, 16) < 0 && c != '+' && c != '\'' && c != '"' && !SqlLexer.isSpace(c);
    }

    static String decode(SqlToken token, char escape) {
        String value = token.value();
        if (value.indexOf(escape) < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder();
        int pending = 0;
        for (int i = 0; i < value.length(); ) {
            char c = value.charAt(i);
            int here = token.start + 3 + i;
            if (c != escape) {
                if (pending != 0) {
                    throw pair(here);
                }
                out.append(c);
                i++;
                continue;
            }
            if (i + 1 < value.length() && value.charAt(i + 1) == escape) {
                if (pending != 0) {
                    throw pair(here);
                }
                out.append(escape);
                i += 2;
                continue;
            }
            boolean wide = i + 1 < value.length() && value.charAt(i + 1) == '+';
            int from = i + (wide ? 2 : 1);
            int length = wide ? 6 : 4;
            int code = hex(value, from, length, here);
            i = from + length;
            if (code == 0 || code > 0x10ffff) {
                throw new SqlException(SqlState.SYNTAX_ERROR, "invalid Unicode escape value", Position.at(here));
            }
            if (pending != 0) {
                if (code < 0xdc00 || code > 0xdfff) {
                    throw pair(here);
                }
                out.appendCodePoint(Character.toCodePoint((char) pending, (char) code));
                pending = 0;
            } else if (code >= 0xdc00 && code <= 0xdfff) {
                throw pair(here);
            } else if (code >= 0xd800 && code < 0xdc00) {
                pending = code;
            } else {
                out.appendCodePoint(code);
            }
        }
        if (pending != 0) {
            throw pair(token.start + 3 + value.length());
        }
        return out.toString();
    }

    private static int hex(String value, int from, int length, int at) {
        int code = 0;
        for (int i = from; i < from + length; i++) {
            int digit = i < value.length() && value.charAt(i) < 128 ? Character.digit(value.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new SqlException(SqlState.SYNTAX_ERROR, "invalid Unicode escape", Position.at(at))
                        .withHint("Unicode escapes must be \\XXXX or \\+XXXXXX.");
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private static SqlException pair(int at) {
        return new SqlException(SqlState.SYNTAX_ERROR, "invalid Unicode surrogate pair", Position.at(at));
    }
}
