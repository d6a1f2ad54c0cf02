package org.pgherd.shardplanner.explain;

import java.util.List;
import java.util.Map;

/// Documents as JSON, laid out as PostgreSQL lays out its own.
final class JsonForm {
    private final StringBuilder out = new StringBuilder();

    private JsonForm() {}

    static String of(Object document) {
        JsonForm form = new JsonForm();
        form.value(document, 0);
        return form.out.toString();
    }

    private void value(Object value, int indent) {
        switch (value) {
            case Map<?, ?> map -> map(map, indent);
            case List<?> list -> list(list, indent);
            case Number _, Boolean _ -> out.append(value);
            default -> quote(String.valueOf(value), out);
        }
    }

    private void map(Map<?, ?> map, int indent) {
        out.append('{');
        String between = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(between).append('\n').append(" ".repeat(indent + 2));
            quote(String.valueOf(entry.getKey()), out);
            out.append(": ");
            value(entry.getValue(), indent + 2);
            between = ",";
        }
        out.append('\n').append(" ".repeat(indent)).append('}');
    }

    /// Plain values stand on one line.
    private void list(List<?> list, int indent) {
        boolean nested = list.stream().anyMatch(each -> each instanceof Map);
        out.append('[');
        String between = "";
        for (Object each : list) {
            out.append(between);
            if (nested) {
                out.append('\n').append(" ".repeat(indent + 2));
            } else if (!between.isEmpty()) {
                out.append(' ');
            }
            value(each, indent + 2);
            between = ",";
        }
        if (nested) {
            out.append('\n').append(" ".repeat(indent));
        }
        out.append(']');
    }

    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
