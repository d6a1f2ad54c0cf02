package org.pgherd.conformance.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pgherd.embedded.EmbeddedPostgres;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.CreateFunctionStmt;
import org.pgherd.grammar.plpgsql.RoutineText;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// PL/pgSQL bodies with tokens deleted, doubled, swapped and put in: CREATE FUNCTION says the same here and there, but
/// where the server misses what only its catalog tells.
class BodyMutantsTest {
    private static final String HEAD = "create or replace function f(p int, q text, rc refcursor, out o int) returns"
            + " setof int language plpgsql as $xx$";

    private static final List<String> WORDS = List.of(
            "then",
            "loop",
            "end loop;",
            "end if;",
            "if",
            "elsif",
            "else",
            "case",
            "when",
            "end case;",
            "while",
            "for",
            "in",
            "reverse",
            "by",
            "foreach",
            "slice",
            "array",
            "exit",
            "continue",
            "return",
            "next",
            "query",
            "execute",
            "using",
            "into",
            "strict",
            "perform",
            "raise",
            "notice",
            "exception",
            "sqlstate",
            "errcode",
            "message",
            "declare",
            "begin",
            "end;",
            "constant",
            "not null",
            ":=",
            "=",
            "default",
            "cursor",
            "scroll",
            "no scroll",
            "alias",
            "collate",
            "open",
            "fetch",
            "move",
            "close",
            "get diagnostics",
            "stacked",
            "row_count",
            "assert",
            "call",
            "do",
            "commit;",
            "rollback;",
            "and chain",
            "null;",
            "<<l>>",
            "#variable_conflict use_column",
            "int",
            "record",
            "text[]",
            "select 1;",
            "'x'",
            "$1",
            "1",
            "p",
            "q",
            "rc",
            "o",
            "(",
            ")",
            "[",
            "]",
            ",",
            ";",
            ".",
            "..",
            "+",
            "--\n",
            "/* */",
            "first",
            "absolute",
            "forward",
            "all",
            "from",
            "others",
            "division_by_zero",
            "option",
            "set x = 1;",
            "insert into t values (1);",
            "returning a into p;",
            "$$a$$",
            "E'\\n'",
            "l",
            "found");

    /// Where the server's errors about the text come from; others need the catalog.
    private static final Set<String> FILES =
            Set.of("scan.l", "gram.y", "parser.c", "pl_gram.y", "pl_scanner.c", "pl_comp.c", "pl_funcs.c", "mbutils.c");

    @Test
    void areTakenAsByTheServer() throws IOException, SQLException {
        Mutants mutants = new Mutants(Long.getLong("pgherd.seed", 18), WORDS);
        List<String> different = new ArrayList<>();
        int texts = 0;
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String body : bodies()) {
                for (String mutant : mutants.of(body, Integer.getInteger("pgherd.mutants", 12))) {
                    texts++;
                    compare(statement, mutant, different);
                }
            }
        }
        assertThat(texts).isGreaterThan(1000);
        assertThat(different).hasSizeLessThanOrEqualTo(texts / 500);
    }

    private static void compare(Statement statement, String body, List<String> different) {
        String sql = HEAD + body + "$xx$";
        String expected = "accepted";
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            ServerErrorMessage error = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
            if (error == null || !FILES.contains(error.getFile()) || "42P01".equals(error.getSQLState())) {
                return;
            }
            expected = error.getSQLState() + " " + error.getMessage() + " @" + error.getPosition();
        }
        String ours = ours(sql);
        if (!ours.equals(expected)) {
            different.add(expected + " but " + ours + ": " + body);
        }
    }

    private static String ours(String sql) {
        CreateFunctionStmt create =
                (CreateFunctionStmt) SqlParser.parse(sql).getFirst().stmt();
        RoutineText routine = RoutineText.of(create);
        if (routine == null) {
            throw new AssertionError(sql);
        }
        try {
            routine.validate(sql);
            return "accepted";
        } catch (SqlException e) {
            return e.state().code() + " " + e.message() + " @" + e.at().character(sql);
        }
    }

    /// Those of the grammar's own tests that are right or need no catalog to be wrong.
    private static List<String> bodies() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("grammar/src/test/resources/org/pgherd/grammar/plpgsql/bodies.txt");
            if (Files.exists(file)) {
                return Arrays.stream(Files.readString(file).split("\n----\n"))
                        .filter(text -> text.contains("\n==> ") && !text.contains("$xx$"))
                        .map(text -> text.substring(0, text.lastIndexOf("\n==> ")))
                        .toList();
            }
        }
        throw new IOException("no bodies in the repository");
    }
}
