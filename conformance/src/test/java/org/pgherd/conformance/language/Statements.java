package org.pgherd.conformance.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The statements that the grammar's own tests hold, one a line.
final class Statements {
    private Statements() {}

    /// Those of PostgreSQL 18's reference manual, with every option.
    static List<String> reference() throws IOException {
        return lines("reference.sql");
    }

    /// Forms of statements with a place, `@`, for any word.
    static List<String> templates() throws IOException {
        try (InputStream in = Statements.class.getResourceAsStream("/language/templates.sql")) {
            if (in == null) {
                throw new IOException("templates.sql is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
        }
    }

    private static List<String> lines(String name) throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("grammar/src/test/resources/org/pgherd/grammar/sql")
                    .resolve(name);
            if (Files.exists(file)) {
                return Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("--"))
                        .toList();
            }
        }
        throw new IOException("no statements in the repository: " + name);
    }
}
