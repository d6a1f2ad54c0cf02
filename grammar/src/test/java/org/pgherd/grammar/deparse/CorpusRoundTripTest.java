package org.pgherd.grammar.deparse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;

/// PostgreSQL's own test statements come back from their text as the same trees.
class CorpusRoundTripTest {
    private static final String SQL = "\"sql\": \"";

    @Test
    void statementsComeBackTheSame() throws IOException {
        int accepted = 0;
        List<String> failures = new ArrayList<>();
        for (String line : Files.readAllLines(corpus())) {
            String sql = sql(line);
            try {
                String failure = RoundTrip.failure(sql);
                accepted++;
                if (failure != null) {
                    failures.add(failure);
                }
            } catch (SqlException rejected) {
                continue;
            }
        }
        assertThat(accepted).isGreaterThan(10_000);
        assertThat(failures).isEmpty();
    }

    private static Path corpus() {
        String set = System.getProperty("pgherd.corpora");
        Path file = Path.of(set == null ? "../shared/corpora" : set, "parser", "pg_regress_statements.jsonl");
        for (Path at = Path.of("").toAbsolutePath(); set == null && at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/corpora/parser/pg_regress_statements.jsonl");
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        Assumptions.assumeTrue(Files.exists(file), () -> "no corpus at " + file);
        return file;
    }

    /// The unescaped value of the field `sql` of a line of JSON.
    private static String sql(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = line.indexOf(SQL) + SQL.length(); line.charAt(i) != '"'; i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                c = line.charAt(++i);
                switch (c) {
                    case 'n' -> c = '\n';
                    case 't' -> c = '\t';
                    case 'r' -> c = '\r';
                    case 'b' -> c = '\b';
                    case 'f' -> c = '\f';
                    case 'u' -> {
                        c = (char) Integer.parseInt(line.substring(i + 1, i + 5), 16);
                        i += 4;
                    }
                    default -> {}
                }
            }
            out.append(c);
        }
        return out.toString();
    }
}
