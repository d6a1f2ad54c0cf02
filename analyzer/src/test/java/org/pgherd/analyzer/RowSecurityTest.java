package org.pgherd.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.EmbeddedPostgres;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.function.DetachedContext;

/// What a real PostgreSQL says when it prepares a statement over tables with policies, the analyzer says too.
class RowSecurityTest {
    private static final List<String> STATEMENTS = List.of(
            "select * from plain",
            "select * from own",
            "select * from mutual",
            "select * from by_view",
            "select * from others",
            "select * from restricted",
            "insert into written values (1)",
            "insert into written select 1",
            "update written set a = 2",
            "delete from written",
            "select * from written",
            "select 1 where exists (select from own)",
            "with c as (select * from mutual) select 1",
            "select * from looks",
            "select * from forced",
            "select * from hidden");

    private static EmbeddedHerd herd;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void boot() throws SQLException {
        herd = EmbeddedHerd.shared(1);
        herd.reset();
        server = herd.oracle();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      create role policy_reader; create role policy_other; create role policy_boss bypassrls;
                      grant policy_other to policy_boss;
                    exception when duplicate_object then null; end $$;
                    drop schema if exists secured cascade;
                    create schema secured;
                    grant all on schema secured to public;
                    set search_path = secured;
                    create table plain (a int); create policy p on plain using (a > 1);
                    create table own (a int); create policy p on own using (a in (select o.a from own o));
                    create table mutual (a int); create table mutual2 (a int);
                    create policy p on mutual using (exists (select from mutual2 m where m.a = mutual.a));
                    create policy p on mutual2 using (exists (select from mutual));
                    create table by_view (a int); create view looks as select a from by_view;
                    create policy p on by_view using (a = (select max(a) from looks));
                    create table others (a int);
                    create policy p on others to policy_other using (a in (select o.a from others o));
                    create table restricted (a int);
                    create policy p on restricted as restrictive using (a in (select r.a from restricted r));
                    create table written (a int);
                    create policy r on written for select using (a > 0);
                    create policy w on written for insert with check (a in (select w.a from written w));
                    create policy u on written for update using (a in (select w.a from written w where w.a > 3));
                    create table forced (a int); create policy p on forced using (a in (select f.a from forced f));
                    create table hidden (a int);
                    """);
            for (String table :
                    List.of("plain", "own", "mutual", "mutual2", "by_view", "others", "restricted", "written")) {
                statement.execute("alter table " + table + " enable row level security");
            }
            statement.execute("alter table hidden enable row level security");
            statement.execute("alter table forced enable row level security");
            statement.execute("alter table forced force row level security");
            statement.execute("alter view looks owner to policy_reader");
            statement.execute("alter table forced owner to policy_reader");
            statement.execute("alter table hidden owner to policy_reader");
            statement.execute("grant all on all tables in schema secured to public");
        }
    }

    @AfterAll
    static void stop() {
        herd.close();
    }

    private static final class As extends DetachedContext {
        private final CatalogView view;
        private final String user;
        private final String rowSecurity;

        As(CatalogView view, String user, String rowSecurity) {
            this.view = view;
            this.user = user;
            this.rowSecurity = rowSecurity;
        }

        @Override
        public TypeLookup types() {
            return view;
        }

        @Override
        public String currentUser() {
            return user;
        }

        @Override
        public String setting(String name) {
            return name.equals("row_security") ? rowSecurity : null;
        }
    }

    private static String ours(CatalogView view, String sql, String user, String rowSecurity) {
        As session = new As(view, user, rowSecurity);
        try {
            Rewriter.all(
                    Analyzer.analyze(SqlParser.parse(sql).getFirst(), sql, view, session, ParameterTypes.none()),
                    view,
                    session);
            return "good";
        } catch (SqlException e) {
            return e.state().code() + " " + e.message();
        }
    }

    private static String theirs(Statement statement, String sql) {
        try {
            statement.execute("prepare p as " + sql);
            statement.execute("deallocate p");
            return "good";
        } catch (SQLException e) {
            return e.getSQLState() + " " + String.valueOf(e.getMessage()).replaceAll("(?s)^ERROR: |\n.*", "");
        }
    }

    @Test
    void saysWhatPostgresSays() throws SQLException {
        List<String> differences = new ArrayList<>();
        int errors = 0;
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Catalog catalog = Catalog.load(new JdbcCatalogSource(connection));
            connection.rollback();
            connection.setAutoCommit(true);
            CatalogView view = new CatalogView(catalog, SearchPath.of("secured"));
            statement.execute("set search_path = secured");
            for (String user : List.of("policy_reader", "policy_other", "policy_boss", EmbeddedPostgres.USER)) {
                for (String rowSecurity : List.of("on", "off")) {
                    statement.execute("set role " + user);
                    statement.execute("set row_security = " + rowSecurity);
                    for (String sql : STATEMENTS) {
                        String expected = theirs(statement, sql);
                        String actual = ours(view, sql, user, rowSecurity);
                        errors += expected.equals("good") ? 0 : 1;
                        if (!actual.equals(expected)) {
                            differences.add(user + ", row_security " + rowSecurity + ": " + sql + "\n  PostgreSQL: "
                                    + expected + "\n  analyzer:   " + actual);
                        }
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(errors).isGreaterThan(20);
    }
}
