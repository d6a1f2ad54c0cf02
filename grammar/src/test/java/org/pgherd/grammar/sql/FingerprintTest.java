package org.pgherd.grammar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgherd.grammar.fingerprint.Fingerprint;
import org.pgherd.grammar.fingerprint.Literal;
import org.pgherd.grammar.fingerprint.LiteralKind;

class FingerprintTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select * from t where a = 1 and b = 'x' | select * from t where a = $1 and b = $2",
                "select * from t where a = $2 and b = 1.5 | select * from t where a = $2 and b = $3",
                "select * from t where d < date '2024-01-01' | select * from t where d < date '2024-01-01'",
                "select x::numeric(10,2), 'a'::text, 1::int8 from t | select x::numeric(10,2), 'a'::text, 1::int8 from t",
                "select cast('1' as int), interval '1' day | select cast('1' as int), interval '1' day",
                "select numeric(3) '1', current_time(3) | select numeric(3) '1', current_time(3)",
                "select a from t order by 2, a + 1 limit 10 | select a from t order by 2, a + $1 limit $2",
                "select a + 1 from t group by a + 1 | select a + $1 from t group by a + $1",
                "select a from t group by 1, f(a, 2) order by -1 | select a from t group by 1, f(a, $1) order by -1",
                "select a from t group by rollup(1) having a > 2 | select a from t group by rollup(1) having a > 2",
                "create table t (a varchar(3) default 'x') | create table t (a varchar(3) default 'x')",
                "insert into t values (1, 'a') on conflict (a) where b = 2 do update set c = 3"
                        + " | insert into t values ($1, $2) on conflict (a) where b = 2 do update set c = $3",
                "select extract('year' from x), a like 'b%' | select extract('year' from x), a like $1"
            })
    void takesOutLiterals(String sql, String normalized) {
        assertThat(Fingerprint.of(sql).normalized(sql)).isEqualTo(normalized);
    }

    @Test
    void knowsTheSameStatement() {
        long hash = hash("select * from t where a = 1");
        assertThat(hash("SELECT *\n from T /* x */ where a=22")).isEqualTo(hash);
        assertThat(hash("select * from t where a = '1'")).isNotEqualTo(hash);
        assertThat(hash("select * from t where a = 10000000000")).isNotEqualTo(hash);
        assertThat(hash("select * from \"T\" where a = 1")).isNotEqualTo(hash);
        assertThat(hash("select * from t where b = 1")).isNotEqualTo(hash);
        assertThat(hash("select a + 1 from t group by a + 1")).isNotEqualTo(hash("select a + 1 from t group by a + 2"));
    }

    @Test
    void tellsKindAndPlace() {
        String sql = "select 'it''s', 10000000000, 1e3, b'01'";
        assertThat(Fingerprint.of(sql).literals())
                .extracting(Literal::kind)
                .containsExactly(LiteralKind.STRING, LiteralKind.INT8, LiteralKind.NUMERIC, LiteralKind.BIT);
        Literal first = Fingerprint.of(sql).literals().get(0);
        assertThat(first.value()).isEqualTo("it's");
        assertThat(sql.substring(first.at().start(), first.at().end())).isEqualTo("'it''s'");
    }

    @Test
    void survivesNoSql() {
        assertThat(Fingerprint.of("select 'abc").literals()).isEmpty();
        assertThat(Fingerprint.of("").literals()).isEmpty();
        assertThat(hash("select 'abc")).isNotEqualTo(hash("select 'abd"));
    }

    private static long hash(String sql) {
        return Fingerprint.of(sql).hash();
    }
}
