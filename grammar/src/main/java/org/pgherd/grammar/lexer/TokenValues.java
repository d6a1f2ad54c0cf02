package org.pgherd.grammar.lexer;

import org.pgherd.grammar.antlr.PgSql;

/// What a token stands for, when its text tells.
final class TokenValues {
    /// NAMEDATALEN - 1 of PostgreSQL: the most bytes an identifier keeps.
    static final int MAX_IDENTIFIER_BYTES = 63;

    /// A name of so many characters cannot be too long.
    static final int SHORT_NAME = MAX_IDENTIFIER_BYTES / 3;

    private TokenValues() {}

    static String of(SqlToken token) {
        String text = token.buffer.text();
        return switch (token.type) {
            case PgSql.IDENT, PgSql.ARG_NAME -> folded(text, token.start, token.end);
            case PgSql.SCONST -> text.substring(token.start + 1, token.end - 1);
            case PgSql.ICONST, PgSql.FCONST -> withoutUnderscores(text.substring(token.start, token.end));
            case PgSql.PARAM -> text.substring(token.start + 1, token.end);
            default -> {
                String keyword = Keywords.wordAt(text, token.start, token.end);
                yield keyword != null ? keyword : text.substring(token.start, token.end);
            }
        };
    }

    static int intValue(SqlToken token) {
        String text = token.buffer.text();
        int radix = 10;
        if (token.end - token.start > 2 && text.charAt(token.start) == '0') {
            radix = switch (text.charAt(token.start + 1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> 8;
                case 'b', 'B' -> 2;
                default -> 10;
            };
        }
        return NumberLexer.intValue(text, radix == 10 ? token.start : token.start + 2, token.end, radix);
    }

    private static String withoutUnderscores(String digits) {
        return digits.indexOf('_') < 0 ? digits : digits.replace("_", "");
    }

    /// An unquoted name: ASCII letters in lower case. Long ones are cut by [TokenBuffer#cut].
    static String folded(String text, int start, int end) {
        boolean upper = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                upper = true;
                break;
            }
        }
        String name = text.substring(start, end);
        if (upper) {
            char[] chars = name.toCharArray();
            for (int i = 0; i < chars.length; i++) {
                if (chars[i] >= 'A' && chars[i] <= 'Z') {
                    chars[i] += 'a' - 'A';
                }
            }
            name = new String(chars);
        }
        return name;
    }

    /// Cut to 63 bytes of UTF-8 at a character's boundary, as truncate_identifier does.
    static String truncated(String name) {
        if (name.length() <= SHORT_NAME) {
            return name;
        }
        int bytes = 0;
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > MAX_IDENTIFIER_BYTES) {
                return name.substring(0, i);
            }
            i += Character.charCount(c);
        }
        return name;
    }
}
