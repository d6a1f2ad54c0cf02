package org.pgherd.semantics.codec;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The outer text of a range: brackets and bounds still as text (rangetypes.c: range_parse, range_deparse).
///
/// @param lower null for no bound
record RangeText(
        boolean empty,
        @Nullable String lower,
        boolean lowerInclusive,
        @Nullable String upper,
        boolean upperInclusive) {
    static RangeText parse(String text) {
        return new Parser(text).parse();
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        RangeText parse() {
            skipBlanks();
            if (text.regionMatches(true, at, "empty", 0, 5)) {
                at += 5;
                skipBlanks();
                if (at < text.length()) {
                    throw malformed("Junk after \"empty\" key word.");
                }
                return new RangeText(true, null, false, null, false);
            }
            char open = peek();
            if (open != '[' && open != '(') {
                throw malformed("Missing left parenthesis or bracket.");
            }
            at++;
            String lower = bound();
            if (peek() != ',') {
                throw malformed("Missing comma after lower bound.");
            }
            at++;
            String upper = bound();
            char close = peek();
            if (close == ',') {
                throw malformed("Too many commas.");
            }
            at++;
            skipBlanks();
            if (at < text.length()) {
                throw malformed("Junk after right parenthesis or bracket.");
            }
            return new RangeText(false, lower, open == '[' && lower != null, upper, close == ']' && upper != null);
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : 0;
        }

        private void skipBlanks() {
            while (at < text.length() && IntegerText.isSpace(text.charAt(at))) {
                at++;
            }
        }

        private @Nullable String bound() {
            char c = peek();
            if (c == ',' || c == ')' || c == ']') {
                return null;
            }
            StringBuilder out = new StringBuilder();
            boolean quoted = false;
            while (true) {
                if (at >= text.length()) {
                    throw malformed("Unexpected end of input.");
                }
                c = text.charAt(at);
                if (!quoted && (c == ',' || c == ')' || c == ']')) {
                    return out.toString();
                }
                at++;
                if (c == '\\') {
                    if (at >= text.length()) {
                        throw malformed("Unexpected end of input.");
                    }
                    out.append(text.charAt(at++));
                } else if (c == '"') {
                    if (!quoted) {
                        quoted = true;
                    } else if (peek() == '"') {
                        out.append('"');
                        at++;
                    } else {
                        quoted = false;
                    }
                } else {
                    out.append(c);
                }
            }
        }

        private SqlException malformed(String detail) {
            return new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "malformed range literal: \"" + text + "\"")
                    .withDetail(detail);
        }
    }

    String format() {
        if (empty) {
            return "empty";
        }
        StringBuilder out = new StringBuilder().append(lowerInclusive ? '[' : '(');
        if (lower != null) {
            bound(lower, out);
        }
        out.append(',');
        if (upper != null) {
            bound(upper, out);
        }
        return out.append(upperInclusive ? ']' : ')').toString();
    }

    private static void bound(String bound, StringBuilder out) {
        boolean quote = bound.isEmpty();
        for (int i = 0; !quote && i < bound.length(); i++) {
            char c = bound.charAt(i);
            quote = "\"\\()[],".indexOf(c) >= 0 || IntegerText.isSpace(c);
        }
        if (!quote) {
            out.append(bound);
            return;
        }
        out.append('"');
        for (int i = 0; i < bound.length(); i++) {
            char c = bound.charAt(i);
            if (c == '"' || c == '\\') {
                out.append(c);
            }
            out.append(c);
        }
        out.append('"');
    }
}
