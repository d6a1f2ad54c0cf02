package org.pgherd.semantics.jsonpath;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Numeric;

/// Tokens of jsonpath (jsonpath_scan.l).
final class JsonPathLexer {
    enum Type {
        END,
        /// An operator or punctuation; also a keyword.
        SYMBOL,
        IDENTIFIER,
        STRING,
        VARIABLE,
        NUMERIC,
        INTEGER
    }

    /// @param text the symbol, a keyword in lower case, or the value
    /// @param source what errors quote
    /// @param word a keyword as it was written; empty of others
    record Token(Type type, String text, String source, String word) {
        boolean keyword() {
            return !word.isEmpty();
        }

        boolean is(String symbol) {
            return type == Type.SYMBOL && text.equals(symbol);
        }
    }

    private static final String SPECIAL = "?%$.[]{}()|&!=<>@#,*:-+/";
    private static final Set<String> KEYWORDS = Set.of(
            "is",
            "to",
            "abs",
            "lax",
            "date",
            "flag",
            "last",
            "null",
            "size",
            "time",
            "true",
            "type",
            "with",
            "false",
            "floor",
            "bigint",
            "double",
            "exists",
            "number",
            "starts",
            "strict",
            "string",
            "boolean",
            "ceiling",
            "decimal",
            "integer",
            "time_tz",
            "unknown",
            "datetime",
            "keyvalue",
            "timestamp",
            "like_regex",
            "timestamp_tz");
    /// Only in lower case.
    private static final Set<String> LOWER = Set.of("null", "true", "false");
    private static final Pattern INTEGER = Pattern.compile("0|[1-9](_?[0-9])*");
    private static final Pattern BASED = Pattern.compile("0[xX](_?[0-9A-Fa-f])+|0[oO](_?[0-7])+|0[bB](_?[01])+");
    private static final String DIGITS = "[0-9](_?[0-9])*";
    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9](_?[0-9])*)\\.(" + DIGITS + ")?|\\." + DIGITS);
    private static final Pattern REAL = Pattern.compile(
            "((0|[1-9](_?[0-9])*)\\.(" + DIGITS + ")?|\\." + DIGITS + "|(0|[1-9](_?[0-9])*))[Ee][-+]?" + DIGITS);
    private static final Pattern REAL_FAIL =
            Pattern.compile("((0|[1-9](_?[0-9])*)\\.(" + DIGITS + ")?|\\." + DIGITS + "|(0|[1-9](_?[0-9])*))[Ee][-+]");

    private final String text;
    private int at;

    JsonPathLexer(String text) {
        this.text = text;
    }

    static SqlException error(String message, String source) {
        return new SqlException(
                SqlState.SYNTAX_ERROR,
                source.isEmpty()
                        ? message + " at end of jsonpath input"
                        : message + " at or near \"" + source + "\" of jsonpath input");
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private boolean isOther(int i) {
        if (i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        return SPECIAL.indexOf(c) < 0 && !isBlank(c) && c != '\\' && c != '"';
    }

    private boolean startsComment(int i) {
        return text.startsWith("/*", i);
    }

    private void skipComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            at = text.length();
            throw error("unexpected end of comment", "");
        }
        at = end + 2;
    }

    Token next() {
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                at++;
            } else if (startsComment(at)) {
                skipComment();
            } else {
                break;
            }
        }
        if (at >= text.length()) {
            return new Token(Type.END, "", "", "");
        }
        char c = text.charAt(at);
        if (c >= '0' && c <= '9' || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
            return number();
        }
        if (c == '"') {
            at++;
            return new Token(Type.STRING, quoted(), "\"", "");
        }
        if (c == '$') {
            return dollar();
        }
        for (String symbol : new String[] {"&&", "||", "**", "<=", "==", "<>", "!=", ">="}) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Type.SYMBOL, symbol.equals("<>") ? "!=" : symbol, symbol, "");
            }
        }
        if (SPECIAL.indexOf(c) >= 0) {
            at++;
            return new Token(Type.SYMBOL, String.valueOf(c), String.valueOf(c), "");
        }
        return word();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Token dollar() {
        int start = at++;
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            return new Token(Type.VARIABLE, quoted(), "\"", "");
        }
        while (isOther(at)) {
            at++;
        }
        String source = text.substring(start, at);
        return source.length() == 1
                ? new Token(Type.SYMBOL, "$", "$", "")
                : new Token(Type.VARIABLE, source.substring(1), source, "");
    }

    private int match(Pattern pattern) {
        Matcher m = pattern.matcher(text).region(at, text.length());
        return m.lookingAt() ? m.end() : -1;
    }

    private Token number() {
        int integer = match(INTEGER);
        int based = match(BASED);
        int decimal = match(DECIMAL);
        int real = match(REAL);
        int fail = match(REAL_FAIL);
        int end = Math.max(Math.max(integer, based), Math.max(decimal, real));
        if (fail > end) {
            throw error("invalid numeric literal", text.substring(at, fail));
        }
        int run = at;
        while (isOther(run)) {
            run++;
        }
        if (isOther(end) && run > text.offsetByCodePoints(end, 1)) {
            // more than one character of junk makes a longer token of all of it
            return word();
        }
        if (isOther(end)) {
            throw error("trailing junk after numeric literal", text.substring(at, text.offsetByCodePoints(end, 1)));
        }
        String source = text.substring(at, end);
        at = end;
        if (end == based && based > integer) {
            int radix = switch (source.charAt(1) | 0x20) {
                case 'x' -> 16;
                case 'o' -> 8;
                default -> 2;
            };
            BigInteger value = new BigInteger(source.substring(2).replace("_", ""), radix);
            return new Token(Type.INTEGER, value.toString(), source, "");
        }
        Type type = end == integer ? Type.INTEGER : Type.NUMERIC;
        return new Token(type, Numeric.parse(source.replace("_", "")).toString(), source, "");
    }

    /// An identifier or keyword; its end is what errors quote, as the scanner looks at that by then.
    private Token word() {
        StringBuilder out = new StringBuilder();
        boolean escaped = false;
        while (at < text.length()) {
            if (text.charAt(at) == '\\') {
                escape(out);
                escaped = true;
            } else if (isOther(at)) {
                out.append(text.charAt(at++));
            } else {
                break;
            }
        }
        String source = "";
        if (at < text.length() && isBlank(text.charAt(at))) {
            int start = at;
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            source = text.substring(start, at);
        }
        String word = out.toString();
        String lower = word.toLowerCase(Locale.ROOT);
        boolean keyword = !escaped && KEYWORDS.contains(lower) && (!LOWER.contains(lower) || word.equals(lower));
        return keyword ? new Token(Type.SYMBOL, lower, source, word) : new Token(Type.IDENTIFIER, word, source, "");
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return out.toString();
            }
            if (c == '\\') {
                escape(out);
            } else {
                out.append(c);
                at++;
            }
        }
        throw error("unterminated quoted string", "");
    }

    private void escape(StringBuilder out) {
        int start = at++;
        if (at >= text.length()) {
            throw error("unexpected end after backslash", "\\");
        }
        char c = text.charAt(at);
        switch (c) {
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'v' -> out.append('\u000B');
            case 'x' -> {
                hexadecimal(out, start);
                return;
            }
            case 'u' -> {
                unicode(out);
                return;
            }
            default -> {
                int end = text.offsetByCodePoints(at, 1);
                out.append(text, at, end);
                at = end;
                return;
            }
        }
        at++;
    }

    private void hexadecimal(StringBuilder out, int start) {
        int value = hexDigits(at + 1, 2);
        if (value < 0) {
            int end = at + 1;
            if (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
            throw error("invalid hexadecimal character sequence", text.substring(start, end));
        }
        append(out, value);
        at += 3;
    }

    private int hexDigits(int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = i < text.length() && text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /// One or more `\\uXXXX` and `\\u{X...}` in a row, surrogates paired.
    private void unicode(StringBuilder out) {
        int start = at - 1;
        int high = -1;
        at = start;
        while (text.startsWith("\\u", at)) {
            int code;
            int end;
            if (at + 2 < text.length() && text.charAt(at + 2) == '{') {
                int i = at + 3;
                code = 0;
                while (i < text.length()
                        && text.charAt(i) < 128
                        && Character.digit(text.charAt(i), 16) >= 0
                        && i - at - 3 < 6) {
                    code = code * 16 + Character.digit(text.charAt(i), 16);
                    i++;
                }
                if (i == at + 3 || i >= text.length() || text.charAt(i) != '}') {
                    throw invalidUnicode(start, i);
                }
                end = i + 1;
            } else {
                code = hexDigits(at + 2, 4);
                end = at + 6;
                if (code < 0) {
                    int i = at + 2;
                    while (i < text.length() && text.charAt(i) < 128 && Character.digit(text.charAt(i), 16) >= 0) {
                        i++;
                    }
                    throw invalidUnicode(start, i);
                }
            }
            at = end;
            if (code >= 0xD800 && code <= 0xDBFF) {
                if (high >= 0) {
                    throw surrogate("Unicode high surrogate must not follow a high surrogate.");
                }
                high = code;
                continue;
            }
            if (code >= 0xDC00 && code <= 0xDFFF) {
                if (high < 0) {
                    throw surrogate("Unicode low surrogate must follow a high surrogate.");
                }
                code = Character.toCodePoint((char) high, (char) code);
                high = -1;
            } else if (high >= 0) {
                throw surrogate("Unicode low surrogate must follow a high surrogate.");
            }
            append(out, code);
        }
        if (high >= 0) {
            throw surrogate("Unicode low surrogate must follow a high surrogate.");
        }
    }

    private SqlException invalidUnicode(int start, int end) {
        return error("invalid Unicode escape sequence", text.substring(start, Math.min(end, text.length())));
    }

    private static SqlException surrogate(String detail) {
        return new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type jsonpath")
                .withDetail(detail);
    }

    private static void append(StringBuilder out, int code) {
        if (code == 0) {
            throw new SqlException(SqlState.UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence")
                    .withDetail("\\u0000 cannot be converted to text.");
        }
        if (code > Character.MAX_CODE_POINT) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "invalid Unicode escape value");
        }
        out.appendCodePoint(code);
    }
}
