package org.pgherd.grammar.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// The parser corpora beside the repository (`../shared/corpora/parser`, or -Dpgherd.corpora=FOLDER): one flat JSON
/// object a line. Tests that need them are skipped, visibly, where they are absent.
final class Corpora {
    private Corpora() {}

    static List<Map<String, Object>> read(String name) throws IOException {
        Path file = folder().resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no corpus at " + file);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(new Line(line).object());
        }
        return lines;
    }

    private static Path folder() {
        String set = System.getProperty("pgherd.corpora");
        if (set != null) {
            return Path.of(set, "parser");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/corpora/parser");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("shared/corpora/parser");
    }

    /// One line of JSON: strings, numbers, booleans, null and lists of strings.
    private static final class Line {
        private final String text;
        private int at;

        Line(String text) {
            this.text = text;
        }

        Map<String, Object> object() {
            Map<String, Object> object = new HashMap<>();
            at = text.indexOf('{') + 1;
            while (skipped() == '"') {
                String key = string();
                skipped();
                at++;
                Object value = value();
                if (value != null) {
                    object.put(key, value);
                }
                if (skipped() == ',') {
                    at++;
                }
            }
            return object;
        }

        private char skipped() {
            while (text.charAt(at) == ' ') {
                at++;
            }
            return text.charAt(at);
        }

        private @Nullable Object value() {
            char c = skipped();
            if (c == '"') {
                return string();
            }
            if (c == '[') {
                at = text.indexOf(']', at) + 1;
                return List.of();
            }
            int start = at;
            while (",}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(start, at).strip();
            return switch (word) {
                case "null" -> null;
                case "true" -> true;
                case "false" -> false;
                default -> Integer.valueOf(word);
            };
        }

        private String string() {
            StringBuilder out = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                char c = text.charAt(at);
                if (c != '\\') {
                    out.append(c);
                    continue;
                }
                c = text.charAt(++at);
                switch (c) {
                    case 'n' -> out.append('\n');
                    case 't' -> out.append('\t');
                    case 'r' -> out.append('\r');
                    case 'b' -> out.append('\b');
                    case 'f' -> out.append('\f');
                    case 'u' -> {
                        out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                        at += 4;
                    }
                    default -> out.append(c);
                }
            }
            at++;
            return out.toString();
        }
    }
}
