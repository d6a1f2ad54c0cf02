package org.pgherd.semantics.codec;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The text of a row value: `(a,"b c",)` (rowtypes.c:record_in, record_out).
public final class RecordText {
    private RecordText() {}

    /// Takes each field's text as soon as it is read, so that errors come in PostgreSQL's order; null for NULL.
    public interface Sink {
        void field(int index, @Nullable String text);
    }

    /// Gives the fields in order; the number of them must be as given.
    public static void split(String text, int expected, Sink sink) {
        int i = 0;
        int end = text.length();
        while (i < end && IntegerText.isSpace(text.charAt(i))) {
            i++;
        }
        if (i >= end || text.charAt(i) != '(') {
            throw malformed(text, "Missing left parenthesis.");
        }
        i++;
        for (int column = 0; column < expected; column++) {
            if (column > 0) {
                if (i < end && text.charAt(i) == ',') {
                    i++;
                } else {
                    throw malformed(text, "Too few columns.");
                }
            }
            if (i < end && (text.charAt(i) == ',' || text.charAt(i) == ')')) {
                sink.field(column, null);
                continue;
            }
            StringBuilder out = new StringBuilder();
            boolean quoted = false;
            while (true) {
                if (i >= end) {
                    throw malformed(text, "Unexpected end of input.");
                }
                char c = text.charAt(i);
                if (!quoted && (c == ',' || c == ')')) {
                    break;
                }
                i++;
                if (c == '\\') {
                    if (i >= end) {
                        throw malformed(text, "Unexpected end of input.");
                    }
                    out.append(text.charAt(i++));
                } else if (c == '"') {
                    if (!quoted) {
                        quoted = true;
                    } else if (i < end && text.charAt(i) == '"') {
                        out.append('"');
                        i++;
                    } else {
                        quoted = false;
                    }
                } else {
                    out.append(c);
                }
            }
            sink.field(column, out.toString());
        }
        if (i >= end || text.charAt(i) != ')') {
            throw malformed(text, "Too many columns.");
        }
        i++;
        while (i < end && IntegerText.isSpace(text.charAt(i))) {
            i++;
        }
        if (i < end) {
            throw malformed(text, "Junk after right parenthesis.");
        }
    }

    /// One field, quoted if it must be.
    public static void formatField(String field, StringBuilder out) {
        boolean quote = field.isEmpty();
        for (int i = 0; !quote && i < field.length(); i++) {
            char c = field.charAt(i);
            quote = c == '"' || c == '\\' || c == '(' || c == ')' || c == ',' || IntegerText.isSpace(c);
        }
        if (!quote) {
            out.append(field);
            return;
        }
        out.append('"');
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '"' || c == '\\') {
                out.append(c);
            }
            out.append(c);
        }
        out.append('"');
    }

    private static SqlException malformed(String text, String detail) {
        return new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "malformed record literal: \"" + text + "\"")
                .withDetail(detail);
    }
}
