package org.pgherd.shardplanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.grammar.SqlParser;
import org.pgherd.shardplanner.deparse.QueryText;
import org.pgherd.shardplanner.deparse.SqlText;
import org.pgherd.shardplanner.prepare.FlattenJoinAliases;
import org.pgherd.shardplanner.prepare.JoinTargetRelation;

/// The SQL that is written for a query gives the rows (or the plan error) that the query's own text gives.
/// The statements, one per line, are those of `deparse.sql`.
final class DeparseRoundTripTest {
    private static final Path STATEMENTS = Path.of("src/test/resources/deparse.sql");

    @TestFactory
    Stream<DynamicTest> statements() throws IOException, SQLException {
        String[] parts = Files.readString(STATEMENTS).split("(?m)^====\n");
        TestSchema schema = new TestSchema(parts[0]);
        return parts[1].lines()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .map(sql -> DynamicTest.dynamicTest(sql, () -> check(sql, schema)));
    }

    private static void check(String sql, TestSchema schema) throws SQLException {
        Query query = Rewriter.rewrite(
                Analyzer.analyze(
                        SqlParser.parse(sql).getFirst(), sql, schema.view, schema.session, ParameterTypes.none()),
                schema.view,
                schema.session);
        SqlText text = QueryText.of(JoinTargetRelation.in(FlattenJoinAliases.in(query)), schema.facts);
        assertThat(text.parameters()).isEmpty();
        schema.connection.setAutoCommit(false);
        List<List<String>> wanted = rows(sql, schema);
        assertThat(rows(text.sql(), schema)).as(text.sql()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    /// The rows with their types; what is written is undone.
    private static List<List<String>> rows(String sql, TestSchema schema) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (PreparedStatement statement = schema.connection.prepareStatement(sql)) {
            if (statement.execute()) {
                try (ResultSet result = statement.getResultSet()) {
                    int columns = result.getMetaData().getColumnCount();
                    List<String> header = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        header.add(result.getMetaData().getColumnName(i) + " "
                                + result.getMetaData().getColumnTypeName(i));
                    }
                    rows.add(header);
                    while (result.next()) {
                        List<String> row = new ArrayList<>();
                        for (int i = 1; i <= columns; i++) {
                            row.add(String.valueOf(result.getString(i)));
                        }
                        rows.add(row);
                    }
                }
            } else {
                rows.add(List.of(Integer.toString(statement.getUpdateCount())));
            }
        } finally {
            schema.connection.rollback();
        }
        return rows;
    }
}
