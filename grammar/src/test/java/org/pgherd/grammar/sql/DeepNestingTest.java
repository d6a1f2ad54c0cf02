package org.pgherd.grammar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.deparse.Deparser;

/// What nests without end is PostgreSQL's error, and what only goes on without end is no problem: in the parser, in
/// walks over trees, and where texts are made of them.
class DeepNestingTest {
    private static final int DEEP = 10_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "select |(|1|)",
                "select |case when true then |1| end",
                "select |case |1| when 1 then 2 end",
                "select |-(|x|)",
                "select |(select |1|)",
                "select * from |(select * from |t|) x",
                "select |array[|1|]",
                "select array|[|1|]",
                "select * from |(a join |b| on true)",
                "select * from |(|b| cross join a)",
                "select |f(|1|)",
                "select |a[|1|]",
                "select |(|a|).b",
                "select |a in (|1|)",
                "select |exists (select |1|)",
                "with |a as (with |a as (select 1) select 2|) select 1",
                "select 1 group by |rollup (|a|)",
                "select 1::|a(1::|int|)",
                "select |json_array(|a|)",
                "select |f() over (order by |1|)",
                "select |a = any (|b|)",
                "create function f() returns int |begin atomic create function g() returns int |return 1|; end",
            })
    void nestingIsAnError(String head, String open, String middle, String close) {
        SqlException error = error(head + open.repeat(DEEP) + middle + close.repeat(DEEP));
        assertThat(error).isNotNull();
        assertThat(error.state()).isEqualTo(SqlState.SYNTAX_ERROR);
        assertThat(error.message()).startsWith("memory exhausted at or near \"");
        // what is never closed as well
        assertThat(error(head + open.repeat(DEEP))).isNotNull();
    }

    /// As deep as PostgreSQL's parser has room for; one more is its error, and where it has it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "select |(|1|)|9996|10004|(",
                "select |abs(|1|)|4998|20000|abs",
                "select |case when true then |1| end|1999|39993|when",
                "select |(select |1|)|3332|26664|(",
                "select |array[|1|]|4998|29996|array",
                "select |-(|1|)|4998|10004|-",
                "select |1+(|1|)|3332|10004|1",
            })
    void nestsAsDeepAsPostgres(
            String head, String open, String middle, String close, int most, int character, String token) {
        String right = head + open.repeat(most) + middle + close.repeat(most);
        assertThat(AstWalk.all(SqlParser.parse(right).get(0), RawStmt.class)).hasSize(1);
        String wrong = head + open.repeat(most + 1) + middle + close.repeat(most + 1);
        SqlException error = error(wrong);
        assertThat(error).isNotNull();
        assertThat(error.message()).isEqualTo("memory exhausted at or near \"" + token + "\"");
        assertThat(error.at().character(wrong)).isEqualTo(character);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "select a| and b",
                "select a| or b = 1",
                "select 1| union select 1",
                "values (1)| union all values (1)",
                "select 1| intersect select 1",
                "select 1| + 1",
                "select a|::int",
                "select a| is not null",
                "select a| at time zone b",
                "select * from a| cross join b",
                "select 1|, 1",
                "select a|[1]",
                "select (a)|.b",
                "insert into t values (1)|, (1)",
            })
    void chainsAreNone(String head, String link) {
        String sql = head + link.repeat(DEEP);
        Node tree = SqlParser.parse(sql).get(0);
        assertThat(AstWalk.same(tree, SqlParser.parse(sql).get(0))).isTrue();
        assertThat(AstWalk.all(tree, RawStmt.class)).hasSize(1);
        try {
            List<RawStmt> again = SqlParser.parse(Deparser.sql(tree));
            assertThat(AstWalk.same(tree, again.get(0))).isTrue();
        } catch (SqlException e) {
            assertThat(e.state()).isEqualTo(SqlState.STATEMENT_TOO_COMPLEX);
        }
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
