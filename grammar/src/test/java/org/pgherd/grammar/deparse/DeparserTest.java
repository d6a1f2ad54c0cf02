package org.pgherd.grammar.deparse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgherd.grammar.SqlParser;

/// The text of trees: parentheses and quotes where they are needed and only there.
class DeparserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + b * c",
                "(a + b) * c",
                "a - (b - c)",
                "NOT (a OR b) AND c",
                "(- 1)::integer",
                "a = (b IS NULL)",
                "a AND (b AND c)",
                "a LIKE b ESCAPE '!'",
                "(a).b[1 : 2]",
                "\"Case\".\"select\" || 'it''s'",
                "x NOT IN (1, 2)",
                "count(DISTINCT a ORDER BY b DESC) FILTER (WHERE c) OVER (PARTITION BY d ROWS 1 PRECEDING)"
            })
    void writesExpressions(String sql) {
        assertThat(Deparser.sql(SqlParser.parseExpression(sql)).replace("-1", "- 1"))
                .isEqualTo(sql);
    }

    /// Statements of every kind come back the same.
    @ParameterizedTest
    @ValueSource(strings = {"accepted.sql", "reference.sql"})
    void statementsComeBackTheSame(String resource) throws IOException {
        try (InputStream in = SqlParser.class.getResourceAsStream("/org/pgherd/grammar/sql/" + resource)) {
            assertThat(in).isNotNull();
            List<String> statements = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
            assertThat(statements).hasSizeGreaterThan(200);
            assertThat(statements)
                    .allSatisfy(sql -> assertThat(RoundTrip.failure(sql)).isNull());
        }
    }
}
