package org.pgherd.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.EmbeddedPostgres;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;

/// The analyzer against a real PostgreSQL: columns, types, parameters and errors of every statement in `statements.sql`
/// must be what Parse and Describe answer.
class DescribeTest {
    private static EmbeddedHerd herd;
    private static EmbeddedPostgres server;
    private static CatalogView catalog;

    @BeforeAll
    static void boot() throws SQLException, IOException {
        herd = EmbeddedHerd.shared(1);
        herd.reset();
        server = herd.oracle();
        try (Connection connection = server.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema if exists public, other cascade");
                statement.execute("create schema public");
                statement.execute(resource("schema.sql"));
            }
            connection.setAutoCommit(false);
            Catalog loaded = Catalog.load(new JdbcCatalogSource(connection));
            connection.rollback();
            catalog = new CatalogView(loaded, SearchPath.parse("\"$user\", public", "postgres", loaded, null));
        }
    }

    @AfterAll
    static void stop() {
        herd.close();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = DescribeTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void describesEveryStatementAsPostgresDoes() throws IOException {
        List<String> differences = new ArrayList<>();
        List<String> statements = Arrays.stream(resource("statements.sql").split(";\\s*\n"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        try (WireDescribe wire =
                new WireDescribe(server.host(), server.port(), EmbeddedPostgres.USER, server.database())) {
            for (String sql : statements) {
                String expected = wire.describe(sql).text();
                String actual = Described.byAnalyzer(sql, catalog, new TestSession(catalog))
                        .text();
                if (!actual.equals(expected)) {
                    differences.add(sql + "\n  PostgreSQL: " + expected + "\n  analyzer:   " + actual);
                }
            }
        }
        assertThat(statements).hasSizeGreaterThan(200);
        assertThat(differences).isEmpty();
    }

    private static Query analyzed(String sql) {
        return Analyzer.analyze(
                SqlParser.parse(sql).getFirst(),
                sql,
                catalog,
                new TestSession(catalog),
                ParameterTypes.variable(List.of()));
    }

    private static Query rewritten(String sql) {
        return Rewriter.rewrite(analyzed(sql), catalog, new TestSession(catalog));
    }

    @Test
    void expandsViews() {
        Query query = rewritten("select vx from v1 where id = 1");
        assertThat(query.rte(1)).isInstanceOfSatisfying(RteSubquery.class, view -> {
            assertThat(view.viewOid()).isNotZero();
            assertThat(view.query().rte(1))
                    .isInstanceOfSatisfying(
                            RteRelation.class,
                            t -> assertThat(t.relation().name()).isEqualTo("t1"));
            assertThat(view.query().outputNames()).containsExactly("id", "vx", "n2");
        });
    }

    @Test
    void fillsDefaults() {
        Query query = rewritten("insert into t1(id) values (1)");
        assertThat(query.targetList()).extracting(entry -> entry.name()).containsExactly("id", "ts");
        Query identity = rewritten("insert into t3(a) values (1), (default)");
        assertThat(identity.targetList()).extracting(entry -> entry.name()).containsExactly("id", "a");
    }

    @Test
    void guardsGeneratedColumns() {
        assertThat(error("insert into t3(id) values (5)"))
                .isEqualTo("428C9 cannot insert a non-DEFAULT value into column \"id\"");
        assertThat(error("insert into t3(b) values (5)"))
                .isEqualTo("428C9 cannot insert a non-DEFAULT value into column \"b\"");
        assertThat(error("update t3 set b = 5")).isEqualTo("428C9 column \"b\" can only be updated to DEFAULT");
        assertThat(rewritten("insert into t3(id, a) overriding system value values (5, 1)")
                        .targetList())
                .hasSize(2);
    }

    @Test
    void writesThroughViews() {
        Query query = rewritten("update v1 set vx = 'x' where id = 3".replace("vx = 'x'", "id = 4"));
        assertThat(query.rte(query.resultRelation()))
                .isInstanceOfSatisfying(
                        RteRelation.class, t -> assertThat(t.relation().name()).isEqualTo("t1"));
        assertThat(query.jointree().quals()).isInstanceOf(BoolExpr.class);
        assertThat(error("insert into v_checked values (1)"))
                .isEqualTo("0A000 the check option of view \"v_checked\" is not supported by PgHerd");
    }

    @Test
    void appliesRules() {
        Rewriter.Rewritten logged = Rewriter.all(
                analyzed("update t_logged set a = a + 1 where b = 'x'"), catalog, new TestSession(catalog));
        assertThat(logged.queries())
                .extracting(Query::commandType)
                .containsExactly(CommandType.INSERT, CommandType.UPDATE);
        assertThat(logged.answering()).isSameAs(logged.queries().getLast());
        Rewriter.Rewritten ignored = Rewriter.all(analyzed("delete from t_logged"), catalog, new TestSession(catalog));
        assertThat(ignored.queries()).isEmpty();
    }

    @Test
    void derivesCollations() {
        Query query = analyzed(
                "select w || 'x', w collate \"POSIX\", v || w, upper(v), id::text from t1, t2 where t1.id = t2.t1_id"
                        .replace("id::text", "t1.id::text"));
        // a column's own collation wins over the default one; two implicit ones that differ leave none
        assertThat(query.targetList())
                .extracting(entry -> entry.expr().collation())
                .containsExactly(950, 951, 950, 100, 100);
    }

    @Test
    void resolvesVariablesOfTheRoutineAround() {
        VariableScope scope = new VariableScope() {
            @Override
            public Variable resolve(List<String> name) {
                return name.equals(List.of("threshold"))
                        ? new Variable(4, SqlType.INT4)
                        : name.equals(List.of("id")) ? new Variable(1, SqlType.INT4) : null;
            }

            @Override
            public Variable parameter(int number) {
                return null;
            }

            @Override
            public Conflict conflict() {
                return Conflict.ERROR;
            }
        };
        Query query = analyzed("select v from t1 where n > threshold", scope);
        List<Param> params = new ArrayList<>();
        ExprWalk.forEach(query.jointree().quals(), e -> {
            if (e instanceof Param param) {
                params.add(param);
            }
        });
        assertThat(params)
                .singleElement()
                .satisfies(param -> assertThat(param.number()).isEqualTo(5));
        assertThatThrownBy(() -> analyzed("select id from t1", scope))
                .isInstanceOf(SqlException.class)
                .hasMessage("column reference \"id\" is ambiguous");
    }

    private static Query analyzed(String sql, VariableScope scope) {
        return Analyzer.analyze(
                SqlParser.parse(sql).getFirst().stmt(),
                sql,
                catalog,
                new TestSession(catalog),
                ParameterTypes.none(),
                scope);
    }

    private static String error(String sql) {
        try {
            rewritten(sql);
            return "no error";
        } catch (SqlException e) {
            return e.state().code() + " " + e.message();
        }
    }

    @Test
    void readsKeysAndTriggersOfTables() {
        Relation t1 = catalog.relation(null, "t1");
        assertThat(t1).isNotNull();
        assertThat(t1.primaryKey().columns()).containsExactly(1);
        assertThat(t1.children()).hasSize(1);
        Relation t2 = catalog.relation("public", "t2");
        assertThat(t2.foreignKeys())
                .singleElement()
                .satisfies(key -> assertThat(key.referenced()).isEqualTo(t1.oid()));
        assertThat(catalog.relation("public", "v1").viewDefinition()).contains("FROM public.t1");
    }
}
