package org.pgherd.semantics.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a resource file in COPY's text format, in order.
final class TsvReader {
    private final byte[] bytes;
    private int at;

    TsvReader(String table) {
        try (InputStream in = TsvReader.class.getResourceAsStream(table + ".tsv")) {
            if (in == null) {
                throw new AssertionError("no resource " + table);
            }
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasNext() {
        return at < bytes.length;
    }

    /// Null for COPY's `\N`.
    @Nullable
    String nullableText() {
        int start = at;
        int i = at;
        boolean escaped = false;
        while (bytes[i] != '\t' && bytes[i] != '\n') {
            escaped |= bytes[i] == '\\';
            i++;
        }
        at = i + 1;
        String s = new String(bytes, start, i - start, StandardCharsets.UTF_8);
        return escaped ? unescape(s) : s;
    }

    private static @Nullable String unescape(String s) {
        if (s.equals("\\N")) {
            return null;
        }
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (s.charAt(i)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'v' -> '\u000b';
                    default -> s.charAt(i);
                };
            }
            out.append(c);
        }
        return out.toString();
    }

    String text() {
        String s = nullableText();
        if (s == null) {
            throw new AssertionError("unexpected null");
        }
        return s;
    }

    int integer() {
        int i = at;
        boolean negative = bytes[i] == '-';
        if (negative) {
            i++;
        }
        int v = 0;
        for (byte b = bytes[i]; b != '\t' && b != '\n'; b = bytes[++i]) {
            v = v * 10 + (b - '0');
        }
        at = i + 1;
        return negative ? -v : v;
    }

    boolean bool() {
        return text().equals("t");
    }

    /// One ASCII character; `-` and empty (a zero byte in "char") as such.
    char character() {
        String s = text();
        return s.isEmpty() ? 0 : s.charAt(0);
    }

    double number() {
        return Double.parseDouble(text());
    }

    /// Separated by blanks.
    List<Integer> integers() {
        String s = text();
        if (s.isEmpty()) {
            return List.of();
        }
        List<Integer> all = new ArrayList<>(4);
        for (int start = 0; start <= s.length(); ) {
            int end = s.indexOf(' ', start);
            if (end < 0) {
                end = s.length();
            }
            all.add(Integer.parseInt(s, start, end, 10));
            start = end + 1;
        }
        return List.copyOf(all);
    }

    List<String> texts(char separator) {
        String s = text();
        if (s.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(4);
        for (int start = 0; start <= s.length(); ) {
            int end = s.indexOf(separator, start);
            if (end < 0) {
                end = s.length();
            }
            all.add(s.substring(start, end));
            start = end + 1;
        }
        return List.copyOf(all);
    }
}
