package org.pgherd.shardplanner.explain;

import java.util.List;
import java.util.Map;

/// Documents as YAML: block style, all strings in double quotes (which YAML reads as JSON does).
final class YamlForm {
    private final StringBuilder out = new StringBuilder();

    private YamlForm() {}

    static String of(List<?> documents) {
        YamlForm form = new YamlForm();
        form.list(documents, 0);
        return form.out.toString().stripTrailing();
    }

    private void list(List<?> list, int indent) {
        for (Object each : list) {
            out.append(" ".repeat(indent)).append("- ");
            if (each instanceof Map<?, ?> map) {
                map(map, indent + 2, true);
            } else {
                scalar(each);
            }
        }
    }

    /// @param inLine whether the first entry continues a line
    private void map(Map<?, ?> map, int indent, boolean inLine) {
        boolean first = inLine;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(first ? "" : " ".repeat(indent));
            first = false;
            key(String.valueOf(entry.getKey()));
            switch (entry.getValue()) {
                case Map<?, ?> inner -> {
                    out.append("\n");
                    map(inner, indent + 2, false);
                }
                case List<?> inner when inner.isEmpty() -> out.append(" []\n");
                case List<?> inner -> {
                    out.append("\n");
                    list(inner, indent + 2);
                }
                case Object value -> {
                    out.append(' ');
                    scalar(value);
                }
            }
        }
    }

    private void key(String name) {
        if (name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ')) {
            out.append(name);
        } else {
            JsonForm.quote(name, out);
        }
        out.append(':');
    }

    private void scalar(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            JsonForm.quote(String.valueOf(value), out);
        }
        out.append('\n');
    }
}
