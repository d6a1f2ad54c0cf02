package org.pgherd.grammar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.OperatorGrouping;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.build.ParserPool;

/// The verdicts, groupings and errors of PostgreSQL's own parser on its own test statements.
class CorpusTest {
    @Test
    void agreesOnStatements() throws IOException {
        List<Map<String, Object>> corpus = Corpora.read("pg_regress_statements.jsonl");
        assertThat(disagreements(corpus, "accepted_pg18")).hasSizeLessThanOrEqualTo(corpus.size() / 1000);
        // the cache of predictions must stay small however many statements it has seen
        assertThat(ParserPool.cachedStates()).isLessThan(5000);
    }

    @Test
    void agreesOnMutants() throws IOException {
        List<Map<String, Object>> corpus = Corpora.read("pg_regress_mutants.jsonl");
        assertThat(disagreements(corpus, "accepted")).hasSizeLessThanOrEqualTo(corpus.size() / 1000);
    }

    @Test
    void tellsErrorsAsPostgresDoes() throws IOException {
        int rejected = 0;
        List<String> different = new ArrayList<>();
        for (Map<String, Object> line : Corpora.read("pg_regress_mutants.jsonl")) {
            String sql = (String) line.get("sql");
            SqlException error = error(sql);
            if (Boolean.TRUE.equals(line.get("accepted")) || error == null) {
                continue;
            }
            rejected++;
            String ours = error.message() + "@" + error.at().character(sql);
            if (!ours.equals(line.get("error") + "@" + line.get("cursor"))) {
                different.add(sql + " => " + ours);
            }
        }
        assertThat(different).hasSizeLessThanOrEqualTo(rejected / 200);
    }

    @Test
    void groupsOperatorsAsPostgresDoes() throws IOException {
        List<String> different = new ArrayList<>();
        for (Map<String, Object> line : Corpora.read("pg_operator_precedence.jsonl")) {
            String sql = (String) line.get("sql");
            String expected = (String) line.get("grouping");
            String ours = grouping(sql);
            if (expected == null ? ours != null : !expected.equals(ours)) {
                different.add(sql + " => " + ours);
            }
        }
        assertThat(different).isEmpty();
    }

    private static @Nullable String grouping(String sql) {
        try {
            SelectStmt select = (SelectStmt) SqlParser.parse(sql).get(0).stmt();
            Expr expr = select.targetList().get(0).val();
            return expr == null ? null : OperatorGrouping.of(sql, expr);
        } catch (SqlException e) {
            return null;
        }
    }

    private static List<String> disagreements(List<Map<String, Object>> corpus, String verdict) {
        List<String> different = new ArrayList<>();
        for (Map<String, Object> line : corpus) {
            String sql = (String) line.get("sql");
            SqlException error = error(sql);
            if (Boolean.TRUE.equals(line.get(verdict)) != (error == null)) {
                different.add(sql + " => " + (error == null ? "accepted" : error.message()));
            }
        }
        return different;
    }

    private static @Nullable SqlException error(String sql) {
        try {
            SqlParser.parse(sql);
            return null;
        } catch (SqlException e) {
            return e;
        }
    }
}
