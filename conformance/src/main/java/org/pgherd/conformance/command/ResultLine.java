package org.pgherd.conformance.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pgherd.conformance.compare.Difference;
import org.pgherd.conformance.compare.FileReport;
import org.pgherd.conformance.slt.SltReport;
import org.pgherd.conformance.target.Outcome;

/// What one run of one file gave: a line of tab-separated fields that `report` puts together with others.
///
/// @param readings statements that only read, and how many of them gave the same
/// @param classes what the others came to, in words without names and numbers, and how often
record ResultLine(
        String corpus,
        String file,
        String cap,
        int shards,
        int readings,
        int readingsSame,
        int others,
        int othersSame,
        Map<String, Integer> classes) {
    private static final String CLASSES_APART = " | ";

    static ResultLine of(ArenaOptions options, FileReport report) {
        Map<String, Integer> classes = new TreeMap<>();
        for (Difference difference : report.differences()) {
            classes.merge(describe(difference), 1, Integer::sum);
        }
        Path folder = report.file().toAbsolutePath().getParent();
        Path corpus = folder == null ? null : folder.getParent();
        Path name = corpus == null ? null : corpus.getFileName();
        return new ResultLine(
                name == null ? "" : name.toString(),
                report.file().getFileName().toString(),
                options.maxPushdown(),
                options.shards(),
                report.readings(),
                report.readingsSame(),
                report.compared() - report.readings(),
                report.same() - report.readingsSame(),
                classes);
    }

    static ResultLine of(String name, ArenaOptions options, SltReport report) {
        int at = name.indexOf("sqllogictest/");
        return new ResultLine(
                "sqllogictest",
                at < 0 ? name : name.substring(at + "sqllogictest/".length()),
                options.maxPushdown(),
                options.shards(),
                report.records(),
                report.same(),
                0,
                0,
                Map.of());
    }

    private static String describe(Difference difference) {
        String kind = difference.verdict().name().toLowerCase(java.util.Locale.ROOT);
        return difference.herd() instanceof Outcome.Failure failure
                ? kind + ": " + failure.state() + " "
                        + failure.message()
                                .replaceAll("\"[^\"]*\"", "...")
                                .replaceAll("[0-9]+", "N")
                                .replaceAll("\\s+", " ")
                                .replace('|', '/')
                : kind;
    }

    void append(Path results) throws IOException {
        String text = String.join(
                        "\t",
                        corpus,
                        file,
                        cap,
                        String.valueOf(shards),
                        String.valueOf(readings),
                        String.valueOf(readingsSame),
                        String.valueOf(others),
                        String.valueOf(othersSame),
                        classes.entrySet().stream()
                                .map(entry -> entry.getValue() + " " + entry.getKey())
                                .collect(Collectors.joining(CLASSES_APART)))
                + "\n";
        Files.writeString(results, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static ResultLine parse(String line) {
        String[] field = line.split("\t", -1);
        Map<String, Integer> classes = new TreeMap<>();
        if (!field[8].isEmpty()) {
            for (String entry : field[8].split(java.util.regex.Pattern.quote(CLASSES_APART))) {
                int space = entry.indexOf(' ');
                classes.merge(entry.substring(space + 1), Integer.parseInt(entry.substring(0, space)), Integer::sum);
            }
        }
        return new ResultLine(
                field[0],
                field[1],
                field[2],
                Integer.parseInt(field[3]),
                Integer.parseInt(field[4]),
                Integer.parseInt(field[5]),
                Integer.parseInt(field[6]),
                Integer.parseInt(field[7]),
                classes);
    }
}
