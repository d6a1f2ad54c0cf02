package org.pgherd.grammar.lexer;

import static org.pgherd.grammar.antlr.PgSql.*;

import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Numbers and parameters: decimal with underscores, 0x 0o 0b, fractions, exponents, and the junk behind them that
/// PostgreSQL refuses.
final class NumberLexer {
    private NumberLexer() {}

    static int number(SqlLexer lexer, int at) {
        String text = lexer.text();
        int limit = lexer.limit();
        char c = text.charAt(at);
        if (c == '0' && at + 1 < limit) {
            switch (text.charAt(at + 1)) {
                case 'x', 'X' -> {
                    return prefixed(lexer, at, 16, "invalid hexadecimal integer");
                }
                case 'o', 'O' -> {
                    return prefixed(lexer, at, 8, "invalid octal integer");
                }
                case 'b', 'B' -> {
                    return prefixed(lexer, at, 2, "invalid binary integer");
                }
                default -> {}
            }
        }
        int end = c == '.' ? at : digits(text, at, limit, 10);
        boolean integer = true;
        if (end < limit && text.charAt(end) == '.' && !(end + 1 < limit && text.charAt(end + 1) == '.')) {
            integer = false;
            int fraction = end + 1;
            end = fraction < limit && SqlLexer.isDigit(text.charAt(fraction))
                    ? digits(text, fraction, limit, 10)
                    : fraction;
        }
        if (end < limit && (text.charAt(end) | 0x20) == 'e') {
            int digits = end + 1;
            if (digits < limit && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
                digits++;
            }
            if (digits < limit && SqlLexer.isDigit(text.charAt(digits))) {
                end = digits(text, digits, limit, 10);
                integer = false;
            } else if (digits > end + 1) {
                throw junk(lexer, at, digits);
            }
        }
        if (end < limit && SqlLexer.isIdentifierStart(text.charAt(end))) {
            throw junk(lexer, at, identifierEnd(text, end, limit));
        }
        lexer.add(integer && fits(text, at, end, 10) ? ICONST : FCONST, at, end);
        return end;
    }

    private static SqlException junk(SqlLexer lexer, int start, int end) {
        return lexer.error("trailing junk after numeric literal", start, end);
    }

    private static int identifierEnd(String text, int at, int limit) {
        while (at < limit && SqlLexer.isIdentifierPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int prefixed(SqlLexer lexer, int at, int radix, String message) {
        String text = lexer.text();
        int limit = lexer.limit();
        int first = at + 2;
        if (first < limit && text.charAt(first) == '_') {
            first++;
        }
        if (first >= limit || Character.digit(text.charAt(first), radix) < 0 || text.charAt(first) >= 128) {
            throw lexer.error(message, at, first);
        }
        int end = digits(text, first, limit, radix);
        if (end < limit && (SqlLexer.isIdentifierStart(text.charAt(end)) || SqlLexer.isDigit(text.charAt(end)))) {
            throw junk(lexer, at, identifierEnd(text, end, limit));
        }
        lexer.add(fits(text, at + 2, end, radix) ? ICONST : FCONST, at, end);
        return end;
    }

    /// Digits, each but the first with at most one underscore before it.
    private static int digits(String text, int at, int limit, int radix) {
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '_' && at + 1 < limit && isDigit(text.charAt(at + 1), radix)) {
                at += 2;
            } else if (isDigit(c, radix)) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 128 && Character.digit(c, radix) >= 0;
    }

    private static boolean fits(String text, int start, int end, int radix) {
        return intValue(text, start, end, radix) >= 0;
    }

    /// The value, or -1 if it is over int4.
    static int intValue(String text, int start, int end, int radix) {
        long value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != '_') {
                value = value * radix + Character.digit(c, radix);
                if (value > Integer.MAX_VALUE) {
                    return -1;
                }
            }
        }
        return (int) value;
    }

    /// $n at `at`.
    static int parameter(SqlLexer lexer, int at) {
        String text = lexer.text();
        int limit = lexer.limit();
        int end = digits(text, at + 1, limit, 10);
        if (end < limit && SqlLexer.isIdentifierStart(text.charAt(end))) {
            throw lexer.error("trailing junk after parameter", at, identifierEnd(text, end, limit));
        }
        if (intValue(text, at + 1, end, 10) < 0) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "parameter number too large at or near \"" + text.substring(at, end) + "\"",
                    new Position(at, end));
        }
        lexer.add(PARAM, at, end);
        return end;
    }
}
