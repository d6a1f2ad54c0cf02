package org.pgherd.semantics.datetime;

import java.util.ArrayList;
import java.util.List;

/// A word of date or time text, and what it looks like (datetime.c:ParseDateTime).
record DateTimeField(String text, Type type) {
    /// The shapes.
    enum Type {
        NUMBER,
        DATE,
        TIME,
        ZONE,
        STRING,
        SPECIAL
    }

    private static final int MAX_FIELDS = 25;

    /// Splits; letters come in lower case.
    static List<DateTimeField> split(String text) {
        List<DateTimeField> fields = new ArrayList<>(6);
        int end = text.length();
        int i = 0;
        while (i < end) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                i++;
                continue;
            }
            StringBuilder out = new StringBuilder();
            Type type;
            if (isDigit(c)) {
                i = copyDigits(text, i, out);
                if (i < end && text.charAt(i) == ':') {
                    type = Type.TIME;
                    while (i < end && (isDigit(text.charAt(i)) || text.charAt(i) == ':' || text.charAt(i) == '.')) {
                        out.append(text.charAt(i++));
                    }
                } else if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '/' || text.charAt(i) == '.')) {
                    char delimiter = text.charAt(i);
                    out.append(text.charAt(i++));
                    if (i < end && isDigit(text.charAt(i))) {
                        type = delimiter == '.' ? Type.NUMBER : Type.DATE;
                        i = copyDigits(text, i, out);
                        if (i < end && text.charAt(i) == delimiter) {
                            type = Type.DATE;
                            while (i < end && (isDigit(text.charAt(i)) || text.charAt(i) == delimiter)) {
                                out.append(text.charAt(i++));
                            }
                        }
                    } else {
                        type = Type.DATE;
                        while (i < end && (isAlnum(text.charAt(i)) || text.charAt(i) == delimiter)) {
                            out.append(lower(text.charAt(i++)));
                        }
                    }
                } else {
                    type = Type.NUMBER;
                }
            } else if (c == '.') {
                out.append(c);
                i = copyDigits(text, i + 1, out);
                type = Type.NUMBER;
            } else if (isAlpha(c)) {
                type = Type.STRING;
                while (i < end && isAlpha(text.charAt(i))) {
                    out.append(lower(text.charAt(i++)));
                }
                // a date with a name in it, or a zone's name
                boolean date = i < end
                        && (text.charAt(i) == '-'
                                || text.charAt(i) == '/'
                                || text.charAt(i) == '.'
                                || (text.charAt(i) == '+' || isDigit(text.charAt(i)))
                                        && DateTokens.special(out.toString()) == null);
                if (date) {
                    type = Type.DATE;
                    do {
                        out.append(lower(text.charAt(i++)));
                    } while (i < end && ("+-/_.:".indexOf(text.charAt(i)) >= 0 || isAlnum(text.charAt(i))));
                }
            } else if (c == '+' || c == '-') {
                out.append(c);
                i++;
                while (i < end && isSpace(text.charAt(i))) {
                    i++;
                }
                if (i < end && isDigit(text.charAt(i))) {
                    type = Type.ZONE;
                    while (i < end && (isDigit(text.charAt(i)) || ":.-".indexOf(text.charAt(i)) >= 0)) {
                        out.append(text.charAt(i++));
                    }
                } else if (i < end && isAlpha(text.charAt(i))) {
                    type = Type.SPECIAL;
                    while (i < end && isAlpha(text.charAt(i))) {
                        out.append(lower(text.charAt(i++)));
                    }
                } else {
                    throw DateTimeFailure.badFormat();
                }
            } else if (c > ' ' && c < 0x7f) {
                i++; // other punctuation is ignored
                continue;
            } else {
                throw DateTimeFailure.badFormat();
            }
            if (fields.size() >= MAX_FIELDS) {
                throw DateTimeFailure.badFormat();
            }
            fields.add(new DateTimeField(out.toString(), type));
        }
        return fields;
    }

    private static int copyDigits(String text, int from, StringBuilder out) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            out.append(text.charAt(i++));
        }
        return i;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAlpha(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isAlnum(char c) {
        return isDigit(c) || isAlpha(c);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
