package org.pgherd.conformance.slt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the sqllogictest format: records parted by blank lines, `skipif`/`onlyif`, `hash-threshold`, `halt`.
public final class SltFile {
    private final List<Record> records = new ArrayList<>();
    private int hashThreshold;

    private SltFile() {}

    public static SltFile parse(List<String> lines) {
        SltFile file = new SltFile();
        int at = 0;
        boolean applies = true;
        while (at < lines.size()) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                at++;
                continue;
            }
            String[] word = line.split("\\s+");
            switch (word[0]) {
                case "skipif" -> applies &= !isPostgres(word[1]);
                case "onlyif" -> applies &= isPostgres(word[1]);
                case "hash-threshold" -> file.hashThreshold = Integer.parseInt(word[1]);
                case "halt" -> {
                    if (applies) {
                        return file;
                    }
                    applies = true;
                }
                case "statement", "query" -> {
                    int end = at + 1;
                    while (end < lines.size() && !lines.get(end).isBlank()) {
                        end++;
                    }
                    if (applies) {
                        file.records.add(record(word, lines.subList(at + 1, end), at + 1));
                    }
                    applies = true;
                    at = end;
                }
                default ->
                    throw new IllegalArgumentException("line " + (at + 1) + ": not a sqllogictest record: " + line);
            }
            at++;
        }
        return file;
    }

    private static boolean isPostgres(String engine) {
        return engine.equalsIgnoreCase("postgresql") || engine.equalsIgnoreCase("postgres");
    }

    private static Record record(String[] word, List<String> body, int line) {
        int dashes = body.indexOf("----");
        String sql = String.join("\n", dashes < 0 ? body : body.subList(0, dashes));
        if (word[0].equals("statement")) {
            return new Record.Statement(sql, word[1].equals("error"), line);
        }
        Record.Sort sort = word.length > 2 ? Record.Sort.valueOf(word[2].toUpperCase(Locale.ROOT)) : Record.Sort.NOSORT;
        return new Record.Query(
                sql, word[1], sort, dashes < 0 ? List.of() : List.copyOf(body.subList(dashes + 1, body.size())), line);
    }

    public List<Record> records() {
        return records;
    }

    /// More values than this are compared by hash; 0 never.
    public int hashThreshold() {
        return hashThreshold;
    }
}
