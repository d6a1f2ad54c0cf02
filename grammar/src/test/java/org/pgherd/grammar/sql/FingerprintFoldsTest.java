package org.pgherd.grammar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AConst;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.grammar.ast.ParamRef;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.fingerprint.Fingerprint;

/// A statement with its literals as parameters is the same statement: its tree differs in nothing else.
class FingerprintFoldsTest {
    @Test
    void foldsConstantsOnly() throws IOException {
        List<String> wrong = new ArrayList<>();
        int folded = 0;
        for (Map<String, Object> line : Corpora.read("pg_regress_statements.jsonl")) {
            String sql = (String) line.get("sql");
            Fingerprint fingerprint = Fingerprint.of(sql);
            if (fingerprint.literals().isEmpty() || !parses(sql)) {
                continue;
            }
            folded++;
            String normalized = fingerprint.normalized(sql);
            if (!parses(normalized) || !same(SqlParser.parse(sql), SqlParser.parse(normalized))) {
                wrong.add(sql + "\n   => " + normalized);
            }
        }
        assertThat(folded).isGreaterThan(1000);
        assertThat(wrong).isEmpty();
    }

    /// What stays in the text, for it decides the plan or the meaning.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a from t order by (1)",
                "select a from t order by ((2)) desc, (-1)",
                "select a from t group by (1), - - 2",
                "select a from t group by distinct 1, (2)",
                "select a from t group by all 1",
                "select a from t group by (select x from u order by y), 1",
                "select distinct on (1, (2)) a from t",
                "select a from t order by 'x'",
                "select a from t union select b from u order by 1",
                "select timestamp with time zone '2024-01-01', time without time zone '10:00'",
                "select bit varying '101', double precision '1.5', n'x'",
                "select ('1')::interval day, cast(('1') as interval day), (('x'))::regclass",
                "select 'a' collate \"C\", ('b') collate \"C\"",
                "select sum(a) over (order by b rows between 1 preceding and 2 following) from t",
                "select sum(a) over (order by b range '1 day' preceding) from t",
                "select a from t fetch first -1 rows only",
                "select a from t offset -1 rows",
                "select json_value(a, '$.b' default 1 on empty) from t",
                "select x from json_table('[1]', '$[*]' columns (x int path '$')) j",
                "with recursive r as (select 1 a) cycle a set c to 'Y' default 'N' using p select a from r",
                "select a::varchar(10), b::numeric(10, 2), c::int[3], cast(d as bit(4)) from t",
                "select * from f() as x (a varchar(3), b numeric(4, 1))",
                "select u&'d!0061' uescape '!'"
            })
    void keeps(String sql) {
        assertThat(Fingerprint.of(sql).normalized(sql)).isEqualTo(sql);
    }

    @Test
    void givesNumbersInDigits() {
        assertThat(Fingerprint.of("select 0x1F, 1_000, 0b11").literals())
                .extracting(literal -> literal.value())
                .containsExactly("31", "1000", "3");
    }

    private static boolean parses(String sql) {
        try {
            List<RawStmt> _ = SqlParser.parse(sql);
            return true;
        } catch (SqlException e) {
            return false;
        }
    }

    /// Equality of trees but for positions, where a parameter equals a constant.
    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Position) {
            return true;
        }
        if (left instanceof AConst && right instanceof ParamRef) {
            return true;
        }
        // -1 is one constant, -$1 is an operation
        if (left instanceof AConst && right instanceof AExpr e && e.lexpr() == null) {
            return same(left, e.rexpr());
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof Record a && right instanceof Record b && a.getClass() == b.getClass()) {
            for (RecordComponent component : a.getClass().getRecordComponents()) {
                if (!same(value(component, a), value(component, b))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(left, right);
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
