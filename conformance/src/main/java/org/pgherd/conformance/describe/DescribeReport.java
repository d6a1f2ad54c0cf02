package org.pgherd.conformance.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Counts over one file or several.
public final class DescribeReport {
    private final String name;
    private final Map<Agreement, Integer> counts = new EnumMap<>(Agreement.class);
    private final Map<String, Integer> classes = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private int statements;
    private int errors;
    private int states;
    private int messages;

    public DescribeReport(String name) {
        this.name = name;
    }

    void add(int line, String sql, Description ours, Description expected) {
        Agreement agreement = Agreement.of(ours, expected);
        statements++;
        counts.merge(agreement, 1, Integer::sum);
        if (expected.failure() != null) {
            errors++;
            states += agreement.stateAgrees() ? 1 : 0;
            messages += agreement.messageAgrees() ? 1 : 0;
        }
        if (agreement != Agreement.SAME) {
            classes.merge(classOf(agreement, ours, expected), 1, Integer::sum);
            differences.add(agreement + " at line " + line + ": " + sql.replaceAll("\\s+", " ") + "\n    analyzer:   "
                    + ours.text() + "\n    PostgreSQL: " + expected.text());
        }
    }

    /// Adds another report's counts.
    public void add(DescribeReport other) {
        statements += other.statements;
        errors += other.errors;
        states += other.states;
        messages += other.messages;
        other.counts.forEach((agreement, count) -> counts.merge(agreement, count, Integer::sum));
        other.classes.forEach((text, count) -> classes.merge(text, count, Integer::sum));
    }

    /// Differences with the names and numbers taken out, so that those of one cause fall together.
    private static String classOf(Agreement agreement, Description ours, Description expected) {
        String got = ours.failure() == null ? "" : ours.failure().message();
        String wanted = expected.failure() == null ? "" : expected.failure().message();
        return agreement + " | " + bare(got) + " | " + bare(wanted);
    }

    private static String bare(String message) {
        return message.replaceAll("\"[^\"]*\"", "\"\"").replaceAll("[0-9]+", "0");
    }

    public List<String> differences() {
        return List.copyOf(differences);
    }

    /// The most frequent classes of differences.
    public List<String> classes(int limit) {
        return classes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(e -> e.getValue() + "  " + e.getKey())
                .toList();
    }

    public boolean allSame() {
        return counts.getOrDefault(Agreement.SAME, 0) == statements;
    }

    public String summary() {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d statements, %.2f %% agree; %d errors, SQLSTATE %.2f %%, message %.2f %%",
                name,
                statements,
                percent(counts.getOrDefault(Agreement.SAME, 0), statements),
                errors,
                percent(states, errors),
                percent(messages, errors)));
        counts.forEach((agreement, count) -> {
            if (agreement != Agreement.SAME) {
                out.append(", ")
                        .append(count)
                        .append(' ')
                        .append(agreement.name().toLowerCase(Locale.ROOT));
            }
        });
        return out.toString();
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 100.0 : 100.0 * part / whole;
    }
}
