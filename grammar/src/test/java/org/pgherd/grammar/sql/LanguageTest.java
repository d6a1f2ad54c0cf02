package org.pgherd.grammar.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RawStmt;

/// Statements of every kind that PostgreSQL 18 accepts (accepted.sql and, in the order of its reference manual,
/// reference.sql; one a line), and errors as it tells them
/// (errors.txt).
class LanguageTest {
    static List<String> accepted() throws IOException {
        List<String> all = new ArrayList<>(lines("accepted.sql"));
        all.addAll(lines("reference.sql"));
        return all;
    }

    static List<String> errors() throws IOException {
        return lines("errors.txt");
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = LanguageTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void accepts(String sql) {
        List<RawStmt> statements = SqlParser.parse(" " + sql + "; ");
        assertThat(statements).hasSize(1);
        RawStmt raw = statements.get(0);
        assertThat((" " + sql).substring(raw.at().start(), raw.at().end())).isEqualTo(sql);
        AstWalk.forEach(
                raw, node -> assertThat(inside(node, raw)).as("%s", node).isTrue());
    }

    private static boolean inside(Node node, RawStmt raw) {
        return !node.at().isKnown()
                || (node.at().start() >= raw.at().start()
                        && node.at().start() <= node.at().end()
                        && node.at().end() <= raw.at().end());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void tellsErrors(String line) {
        String[] parts = line.split(" \\| ");
        assertThatThrownBy(() -> SqlParser.parse(parts[0])).isInstanceOfSatisfying(SqlException.class, error -> {
            assertThat(error.message()).isEqualTo(parts[1]);
            assertThat(error.at().character(parts[0])).isEqualTo(Integer.parseInt(parts[2].strip()));
        });
    }
}
