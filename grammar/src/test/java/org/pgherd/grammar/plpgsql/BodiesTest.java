package org.pgherd.grammar.plpgsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.CreateFunctionStmt;

/// Bodies with PostgreSQL 18's answer to CREATE FUNCTION: `accepted`, or SQLSTATE, position in the body (- if none)
/// and message.
class BodiesTest {
    private static final String HEAD =
            "create function f(p int, q text, rc refcursor, out o int) returns setof int language plpgsql as $xx$";

    static Stream<String> bodies() throws IOException {
        try (InputStream in = BodiesTest.class.getResourceAsStream("bodies.txt")) {
            assertThat(in).isNotNull();
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n----\n"))
                    .filter(text -> !text.isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void answersAsPostgres(String text) {
        int end = text.lastIndexOf("\n==> ");
        String body = text.substring(0, end);
        assertThat(answer(body)).as(body).isEqualTo(text.substring(end + 5));
    }

    /// What is not known of a routine makes no right body wrong.
    @ParameterizedTest
    @MethodSource("bodies")
    void acceptsWithoutTheHead(String text) {
        int end = text.lastIndexOf("\n==> ");
        // a label that is the routine's own name cannot be known
        if (text.endsWith("==> accepted") && !text.contains("exit f;")) {
            PlpgsqlParser.validate(text.substring(0, end), null);
            PlpgsqlParser.parse(text.substring(0, end));
        }
    }

    private static String answer(String body) {
        String sql = HEAD + body + "$xx$";
        CreateFunctionStmt create =
                (CreateFunctionStmt) SqlParser.parse(sql).getFirst().stmt();
        try {
            RoutineText routine = RoutineText.of(create);
            assertThat(routine).isNotNull();
            routine.validate(sql);
            return "accepted";
        } catch (SqlException e) {
            int character = e.at().character(sql);
            return e.state().code() + " " + (character == 0 ? "-" : character - HEAD.length()) + " " + e.message();
        }
    }
}
