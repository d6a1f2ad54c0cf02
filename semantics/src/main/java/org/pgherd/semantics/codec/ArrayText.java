package org.pgherd.semantics.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.PgArray;

/// The text of an array: `[2:3]={...}`, nested braces, quotes, NULL (arrayfuncs.c:array_in, array_out).
final class ArrayText {
    private static final int MAX_DIMENSIONS = 6;
    private static final String UNEXPECTED_END = "Unexpected end of input.";

    private final String text;
    private final char delimiter;
    private final TypeCodec element;
    private final Part part;
    private final List<@Nullable Object> elements = new ArrayList<>();
    private final int[] dims = new int[MAX_DIMENSIONS];
    private final int[] lower = new int[MAX_DIMENSIONS];
    private int at;
    private int ndim;

    /// The value of an element's text; null stands for NULL.
    interface Part {
        @Nullable
        Object of(@Nullable String token);
    }

    ArrayText(String text, char delimiter, TypeCodec element, Part part) {
        this.text = text;
        this.delimiter = delimiter;
        this.element = element;
        this.part = part;
    }

    PgArray parse() {
        Arrays.fill(lower, 1);
        boolean explicit = parseBounds();
        int declared = ndim;
        if (explicit) {
            if (at >= text.length() || text.charAt(at) != '=') {
                throw malformed("Missing \"=\" after array dimensions.");
            }
            at++;
            skipBlanks();
            if (at >= text.length() || text.charAt(at) != '{') {
                throw malformed("Array contents must start with \"{\".");
            }
        } else if (at >= text.length() || text.charAt(at) != '{') {
            throw malformed("Array value must start with \"{\" or dimension information.");
        }
        int[] declaredDims = dims.clone();
        ndim = 0;
        parseContents(explicit, declared, declaredDims);
        if (explicit && (ndim != declared || !Arrays.equals(dims, 0, ndim, declaredDims, 0, ndim))) {
            throw malformed("Specified array dimensions do not match array contents.");
        }
        skipBlanks();
        if (at < text.length()) {
            throw malformed("Junk after closing right brace.");
        }
        if (elements.isEmpty()) {
            return PgArray.empty(element.typeOid());
        }
        return new PgArray(
                element.typeOid(), Arrays.copyOf(dims, ndim), Arrays.copyOf(lower, ndim), elements.toArray());
    }

    /// `[lower:upper]...` or `[n]...`; false if there is none.
    private boolean parseBounds() {
        while (true) {
            skipBlanks();
            if (at >= text.length() || text.charAt(at) != '[') {
                return ndim > 0;
            }
            at++;
            if (ndim >= MAX_DIMENSIONS) {
                throw tooManyDimensions();
            }
            int first = parseInteger();
            int upper;
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
                lower[ndim] = first;
                upper = parseInteger();
            } else {
                upper = first;
            }
            if (at >= text.length() || text.charAt(at) != ']') {
                throw malformed("Missing \"]\" after array dimensions.");
            }
            at++;
            if (upper < lower[ndim]) {
                throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "upper bound cannot be less than lower bound");
            }
            dims[ndim] = upper - lower[ndim] + 1;
            ndim++;
        }
    }

    private int parseInteger() {
        int start = at;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        try {
            return Integer.parseInt(text, start, at, 10);
        } catch (NumberFormatException e) {
            if (at - start > 9) {
                throw new SqlException(SqlState.PROGRAM_LIMIT_EXCEEDED, "array bound is out of integer range");
            }
            throw malformed(
                    text.charAt(start - 1) == ':'
                            ? "Missing array dimension value."
                            : "\"[\" must introduce explicitly-specified array dimensions.");
        }
    }

    /// Nested braces; all sub-arrays of a level must be of one length, and all elements lie on one level.
    private void parseContents(boolean explicit, int declared, int[] declaredDims) {
        int[] counts = new int[MAX_DIMENSIONS];
        int[] known = new int[MAX_DIMENSIONS];
        Arrays.fill(known, -1);
        if (explicit) {
            System.arraycopy(declaredDims, 0, known, 0, declared);
        }
        int depth = 0;
        int elementDepth = -1;
        // what may come: after an opening brace anything, after a delimiter no closing brace
        boolean expectDelimiter = false;
        boolean afterDelimiter = false;
        do {
            skipBlanks();
            if (at >= text.length()) {
                throw malformed(UNEXPECTED_END);
            }
            char c = text.charAt(at);
            if (c == '{') {
                if (expectDelimiter) {
                    throw malformed("Unexpected \"{\" character.");
                }
                at++;
                if (depth >= MAX_DIMENSIONS) {
                    throw tooManyDimensions();
                }
                if (elementDepth >= 0 && depth >= elementDepth || explicit && depth >= declared) {
                    throw mismatch(explicit);
                }
                counts[depth] = 0;
                depth++;
                ndim = Math.max(ndim, depth);
                afterDelimiter = false;
            } else if (c == '}') {
                if (afterDelimiter) {
                    throw malformed("Unexpected \"}\" character.");
                }
                at++;
                depth--;
                int count = counts[depth];
                if (count == 0 && depth > 0 && elementDepth < 0) {
                    // an empty sub-array: all must be empty
                    elementDepth = depth + 1;
                }
                if (known[depth] < 0) {
                    known[depth] = count;
                } else if (known[depth] != count) {
                    throw mismatch(explicit);
                }
                if (depth > 0) {
                    counts[depth - 1]++;
                }
                expectDelimiter = true;
                afterDelimiter = false;
            } else if (c == delimiter) {
                if (!expectDelimiter) {
                    throw malformed("Unexpected \"" + delimiter + "\" character.");
                }
                at++;
                expectDelimiter = false;
                afterDelimiter = true;
            } else {
                String token = token();
                if (expectDelimiter) {
                    throw malformed("Unexpected array element.");
                }
                if (elementDepth < 0) {
                    elementDepth = depth;
                }
                elements.add(part.of(token));
                if (depth != elementDepth || ndim > depth || explicit && depth != declared) {
                    throw mismatch(explicit);
                }
                counts[depth - 1]++;
                expectDelimiter = true;
                afterDelimiter = false;
            }
        } while (depth > 0);
        for (int i = 0; i < ndim; i++) {
            dims[i] = Math.max(known[i], 0);
        }
        if (elements.isEmpty() && !(explicit && declared > 0)) {
            ndim = 0;
        }
    }

    private SqlException mismatch(boolean explicit) {
        return malformed(
                explicit
                        ? "Specified array dimensions do not match array contents."
                        : "Multidimensional arrays must have sub-arrays with matching dimensions.");
    }

    /// The text of an element, null for NULL (arrayfuncs.c:ReadArrayToken).
    private @Nullable String token() {
        if (text.charAt(at) == '"') {
            return quoted();
        }
        StringBuilder out = new StringBuilder();
        boolean escaped = false;
        int significant = 0;
        while (true) {
            if (at >= text.length()) {
                throw malformed(UNEXPECTED_END);
            }
            char c = text.charAt(at);
            if (c == delimiter || c == '}') {
                break;
            }
            if (c == '"') {
                throw malformed("Incorrectly quoted array element.");
            }
            if (c == '{') {
                throw malformed("Unexpected \"{\" character.");
            }
            if (c == '\\') {
                escaped = true;
                at++;
                if (at >= text.length()) {
                    throw malformed(UNEXPECTED_END);
                }
                out.append(text.charAt(at));
                significant = out.length();
            } else {
                out.append(c);
                if (!IntegerText.isSpace(c)) {
                    significant = out.length();
                }
            }
            at++;
        }
        out.setLength(significant);
        String item = out.toString();
        return !escaped && item.equalsIgnoreCase("NULL") ? null : item;
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                throw malformed(UNEXPECTED_END);
            }
            char c = text.charAt(at++);
            if (c == '"') {
                break;
            }
            if (c == '\\') {
                if (at >= text.length()) {
                    throw malformed(UNEXPECTED_END);
                }
                c = text.charAt(at++);
            }
            out.append(c);
        }
        skipBlanks();
        if (at >= text.length()) {
            throw malformed(UNEXPECTED_END);
        }
        char next = text.charAt(at);
        if (next != delimiter && next != '}' && next != '{') {
            throw malformed("Incorrectly quoted array element.");
        }
        return out.toString();
    }

    private void skipBlanks() {
        while (at < text.length() && IntegerText.isSpace(text.charAt(at))) {
            at++;
        }
    }

    private SqlException malformed(String detail) {
        return new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "malformed array literal: \"" + text + "\"")
                .withDetail(detail);
    }

    private static SqlException tooManyDimensions() {
        return new SqlException(
                SqlState.PROGRAM_LIMIT_EXCEEDED,
                "number of array dimensions exceeds the maximum allowed (" + MAX_DIMENSIONS + ")");
    }

    static String format(PgArray array, char delimiter, TypeCodec element, FunctionContext context) {
        if (array.size() == 0) {
            return "{}";
        }
        StringBuilder out = new StringBuilder(array.size() * 8);
        if (Arrays.stream(array.lowerBounds()).anyMatch(b -> b != 1)) {
            for (int i = 0; i < array.ndims(); i++) {
                int low = array.lowerBounds()[i];
                out.append('[')
                        .append(low)
                        .append(':')
                        .append(low + array.dims()[i] - 1)
                        .append(']');
            }
            out.append('=');
        }
        formatLevel(array, 0, 0, array.size(), out, delimiter, element, context);
        return out.toString();
    }

    private static void formatLevel(
            PgArray array,
            int level,
            int from,
            int count,
            StringBuilder out,
            char delimiter,
            TypeCodec element,
            FunctionContext context) {
        out.append('{');
        int parts = array.dims()[level];
        int size = count / parts;
        for (int i = 0; i < parts; i++) {
            if (i > 0) {
                out.append(delimiter);
            }
            if (level + 1 < array.ndims()) {
                formatLevel(array, level + 1, from + i * size, size, out, delimiter, element, context);
            } else {
                Object item = array.get(from + i);
                if (item == null) {
                    out.append("NULL");
                } else {
                    formatElement(element.encodeText(item, context), delimiter, out);
                }
            }
        }
        out.append('}');
    }

    private static void formatElement(String item, char delimiter, StringBuilder out) {
        boolean quote = item.isEmpty() || item.equalsIgnoreCase("NULL");
        for (int i = 0; !quote && i < item.length(); i++) {
            char c = item.charAt(i);
            quote = c == '"' || c == '\\' || c == '{' || c == '}' || c == delimiter || IntegerText.isSpace(c);
        }
        if (!quote) {
            out.append(item);
            return;
        }
        out.append('"');
        for (int i = 0; i < item.length(); i++) {
            char c = item.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }
}
