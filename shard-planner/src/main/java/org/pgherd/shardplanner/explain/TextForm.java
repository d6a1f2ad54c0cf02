package org.pgherd.shardplanner.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pgherd.shardplanner.cost.Estimate;

/// One line per node, indented as PostgreSQL does, properties below.
final class TextForm {
    private TextForm() {}

    static List<String> lines(ExplainedStatement statement) {
        List<String> lines = new ArrayList<>();
        lines.add(statement.header());
        write(statement.plan(), 0, true, lines);
        statement.remarks().forEach((name, value) -> {
            if (value instanceof List<?> several) {
                several.forEach(each -> lines.add(name + ": " + each));
            } else {
                lines.add(name + ": " + value(name, value));
            }
        });
        return lines;
    }

    private static void write(ExplainNode node, int indent, boolean top, List<String> lines) {
        String pad = " ".repeat(indent);
        lines.add((top ? pad : pad + "->  ") + node.title() + numbers(node));
        int below = top ? indent + 2 : indent + 6;
        String inner = " ".repeat(below);
        node.properties().forEach((name, value) -> lines.add(inner + name + ": " + value(name, value)));
        Measured measured = node.measured();
        if (measured != null) {
            if (measured.memory() > 0 || measured.spilled() > 0) {
                String spilled = measured.spilled() > 0 ? "  Spilled: " + kilobytes(measured.spilled()) : "";
                lines.add(inner + "Memory: " + kilobytes(measured.memory()) + spilled);
            }
            for (Measured.Shard shard : measured.shards()) {
                lines.add(inner
                        + String.format(
                                Locale.ROOT,
                                "Shard %d: rows=%d bytes=%d time=%.3f calls=%d",
                                shard.shard(),
                                shard.rows(),
                                shard.bytes(),
                                shard.millis(),
                                shard.calls()));
            }
        }
        for (ExplainNode child : node.children()) {
            write(child, below, false, lines);
        }
    }

    /// `(cost=.. rows=.. width=..) (actual time=.. rows=.. loops=..)`; times and rows are of one loop, as
    /// PostgreSQL's.
    private static String numbers(ExplainNode node) {
        StringBuilder out = new StringBuilder();
        Estimate e = node.estimate();
        if (e != null) {
            out.append(String.format(
                    Locale.ROOT,
                    "  (cost=%.2f..%.2f rows=%.0f width=%d)",
                    e.startup(),
                    e.total(),
                    e.rows(),
                    e.width()));
        }
        Measured m = node.measured();
        if (m != null && m.loops() > 0) {
            out.append(String.format(
                    Locale.ROOT,
                    " (actual time=%.3f..%.3f rows=%.2f loops=%d)",
                    m.firstMillis() / m.loops(),
                    m.millis() / m.loops(),
                    (double) m.rows() / m.loops(),
                    m.loops()));
        } else if (m != null) {
            out.append(" (never executed)");
        }
        return out.toString();
    }

    private static String value(String name, Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Double number -> String.format(Locale.ROOT, "%.3f", number) + (name.endsWith("Time") ? " ms" : "");
            default -> String.valueOf(value);
        };
    }

    static String kilobytes(long bytes) {
        return (bytes + 1023) / 1024 + "kB";
    }
}
