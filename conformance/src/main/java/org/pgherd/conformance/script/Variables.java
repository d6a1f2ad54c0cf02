package org.pgherd.conformance.script;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// psql variables of one side, and their interpolation outside of quotes: `:name`, `:'name'`, `:"name"`.
public final class Variables {
    private final Map<String, String> values = new HashMap<>();

    public void set(String name, String value) {
        values.put(name, value);
    }

    public void unset(String name) {
        values.remove(name);
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    /// Text with the variables that are set put in; `::` casts, quoted text and unknown names stay.
    public String interpolate(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int end = SqlText.skipOpaque(text, at);
            if (end > at) {
                out.append(text, at, end);
                at = end;
                continue;
            }
            char c = text.charAt(at);
            if (c != ':' || at + 1 == text.length()) {
                out.append(c);
                at++;
                continue;
            }
            if (text.charAt(at + 1) == ':' || text.charAt(at + 1) == '=') {
                out.append(text, at, at + 2);
                at += 2;
                continue;
            }
            at = variable(text, at, out);
        }
        return out.toString();
    }

    private int variable(String text, int at, StringBuilder out) {
        char quote = text.charAt(at + 1);
        boolean quoted = quote == '\'' || quote == '"';
        int start = quoted ? at + 2 : at + 1;
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        boolean closed = !quoted || end < text.length() && text.charAt(end) == quote;
        String value = end > start && closed ? values.get(text.substring(start, end)) : null;
        if (value == null) {
            out.append(':');
            return at + 1;
        }
        if (quoted) {
            String mark = String.valueOf(quote);
            out.append(quote).append(value.replace(mark, mark + mark)).append(quote);
            return end + 1;
        }
        out.append(value);
        return end;
    }
}
