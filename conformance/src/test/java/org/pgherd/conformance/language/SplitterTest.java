package org.pgherd.conformance.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.Position;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.split.ScriptSplitter;

/// Scripts cut into statements, as the server does with the texts of simple queries, and psql with files.
class SplitterTest extends ServerParserTest {
    /// Statements, and what may stand around them, that try to hide a semicolon or to show a false one.
    private static final List<String> PARTS = List.of(
            "select 1",
            "select ';'",
            "select ';;' || ''';'",
            "select E'\\';'",
            "select $$;$$",
            "select $a$;$$;$a$",
            "select 1 as \"a;\"\"b\"",
            "select U&'\\003B;'",
            "/* ; /* ; */ ; */ select 1",
            "select 1 -- ; '\n",
            "select (1)",
            "select case when true then 1 end",
            "select 'a'\n'b;'",
            "values (1), (2)",
            "-- only a comment ;\n",
            "/* ; */",
            "",
            " ",
            "begin; commit",
            "savepoint s",
            "start transaction; end",
            "do $$ begin perform 1; end $$",
            "create or replace function pg_temp.f() returns int begin atomic select 1; select 2; end",
            "create or replace procedure pg_temp.p() begin atomic select case when true then 1 end; end",
            "create or replace function pg_temp.g() returns int language sql as 'select 1;'",
            "create or replace function pg_temp.h(\"begin\" int) returns int begin atomic; select case 1 when 1 then 2 end;; end",
            "create temp table if not exists t (a int)",
            "create or replace rule r as on insert to t do also (select 1; select 2;)",
            "create or replace rule r as on insert to t do also (; select 1; ; delete from t)",
            "select 1 as begin",
            "select 1 as end, 2 as \"case\"",
            "declare c cursor for select 1");

    @Test
    void findsAsManyStatementsAsTheServer() throws IOException {
        Random random = new Random(Long.getLong("pgherd.seed", 18));
        assertThat(oracle().statements("create temp table t (a int)")).isEqualTo("1");
        int counted = 0;
        for (int i = 0; i < 400; i++) {
            List<String> parts = new ArrayList<>();
            for (int n = random.nextInt(6); n >= 0; n--) {
                parts.add(PARTS.get(random.nextInt(PARTS.size())));
            }
            String script = String.join(random.nextBoolean() ? ";" : " ;\n", parts);
            String found = oracle().statements(script);
            oracle().statements("rollback");
            if (!found.isEmpty() && Character.isDigit(found.charAt(0))) {
                assertThat(ScriptSplitter.split(script)).as(script).hasSize(Integer.parseInt(found));
                assertThat(SqlParser.parse(script)).as(script).hasSize(Integer.parseInt(found));
                counted++;
            }
        }
        assertThat(counted).isGreaterThan(200);
    }

    /// Each piece of a script of PostgreSQL's suite is one statement for the server, if it is any.
    @Test
    void cutsFilesIntoSingleStatements() throws IOException {
        Path folder = corpus();
        Assumptions.assumeTrue(folder != null, "no corpora");
        List<String> pieces = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                // psql's own commands and its variables are no SQL
                String script = Files.readString(file)
                        .replaceAll("(?m)^\\\\.*$", "")
                        .replaceAll("\\\\(g|gset|gexec|gdesc|bind|parse|watch|crosstabview)\\b[^\n]*", ";");
                for (Position at : ScriptSplitter.split(script)) {
                    pieces.add(script.substring(at.start(), at.end()));
                }
            }
        }
        List<RawParser.Verdict> verdicts = oracle().verdicts(pieces);
        List<String> wrong = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < pieces.size(); i++) {
            RawParser.Verdict verdict = verdicts.get(i);
            accepted += verdict.accepted() ? 1 : 0;
            String later = verdict.later();
            if (later != null && later.startsWith("cannot insert multiple commands")) {
                wrong.add(pieces.get(i));
            }
        }
        assertThat(wrong).isEmpty();
        // the rest are the suite's own errors, data of COPY and variables of psql
        assertThat(accepted).isGreaterThan(pieces.size() * 95 / 100);
    }

    private static @Nullable Path corpus() {
        String set = System.getProperty("pgherd.corpora");
        if (set != null) {
            return Path.of(set, "pgregress/sql");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/corpora/pgregress/sql");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
