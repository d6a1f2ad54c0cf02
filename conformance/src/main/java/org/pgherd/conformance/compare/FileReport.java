package org.pgherd.conformance.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What became of one file.
public final class FileReport {
    private final Path file;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final List<Difference> differences = new ArrayList<>();
    private int readings;
    private int readingsSame;

    public FileReport(Path file) {
        this.file = file;
    }

    public void count(Verdict verdict) {
        counts.merge(verdict, 1, Integer::sum);
    }

    public void add(Difference difference) {
        count(difference.verdict());
        differences.add(difference);
    }

    /// Counts a statement that only reads among all those counted.
    void reading(Verdict verdict) {
        readings++;
        readingsSame += verdict == Verdict.SAME ? 1 : 0;
    }

    /// Queries, as far as their text tells; the others define, write, or set.
    public int readings() {
        return readings;
    }

    public int readingsSame() {
        return readingsSame;
    }

    public Path file() {
        return file;
    }

    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    public int compared() {
        return counts.entrySet().stream()
                .filter(e -> e.getKey() != Verdict.SKIPPED)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public int same() {
        return counts.getOrDefault(Verdict.SAME, 0);
    }

    /// One line: `file: 120 statements, 118 same, 1 rows, 1 message`.
    public String summary() {
        StringBuilder out = new StringBuilder();
        out.append(file.getFileName())
                .append(": ")
                .append(compared())
                .append(" statements, ")
                .append(same())
                .append(" same (reading ")
                .append(readingsSame)
                .append(" of ")
                .append(readings)
                .append(", others ")
                .append(same() - readingsSame)
                .append(" of ")
                .append(compared() - readings)
                .append(")");
        counts.forEach((verdict, count) -> {
            if (verdict != Verdict.SAME) {
                out.append(", ").append(count).append(' ').append(verdict.name().toLowerCase(Locale.ROOT));
            }
        });
        return out.toString();
    }
}
