package org.pgherd.grammar.plpgsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlpgsqlParserTest {
    private static PlStatement only(String statement) {
        return PlpgsqlParser.parse("BEGIN " + statement + " END").block().body().getFirst();
    }

    @Test
    void cutsIntoOutOfTheStatementAndKeepsOffsets() {
        PlStatement.Sql sql = (PlStatement.Sql) only("SELECT a INTO STRICT x, r.f FROM t;");
        assertThat(sql.strict()).isTrue();
        assertThat(sql.into()).hasSize(2);
        assertThat(sql.statement().text()).isEqualTo("SELECT a                    FROM t");
    }

    @Test
    void tellsTheThreeKindsOfFor() {
        assertThat(only("FOR i IN REVERSE f(1)..10 BY 2 LOOP NULL; END LOOP;"))
                .isInstanceOf(PlStatement.ForInteger.class);
        assertThat(only("FOR r IN SELECT 1 LOOP NULL; END LOOP;")).isInstanceOf(PlStatement.ForQuery.class);
        assertThat(only("FOR r IN c(1, b := 2) LOOP NULL; END LOOP;")).isInstanceOf(PlStatement.ForCursor.class);
        assertThat(only("FOR r IN EXECUTE 'x' USING 1, 2 LOOP NULL; END LOOP;"))
                .isInstanceOf(PlStatement.ForDynamic.class);
    }

    @Test
    void listsTheSqlWithLines() {
        PlBody body = PlpgsqlParser.parse("DECLARE x int := 1;\nBEGIN\n  x := x + 1;\n  EXECUTE 'select 1';\nEND");
        assertThat(body.fragments()).extracting(SqlFragment::line).containsExactly(1, 3, 4);
        assertThat(body.fragments())
                .extracting(SqlFragment::kind)
                .containsExactly(SqlFragment.Kind.EXPRESSION, SqlFragment.Kind.EXPRESSION, SqlFragment.Kind.DYNAMIC);
    }

    @Test
    void refusesAsPostgresDoes() {
        assertThatThrownBy(() -> only("RAISE NOTICE '%';")).hasMessage("too few parameters specified for RAISE");
        assertThatThrownBy(() -> only("IF true; END IF;")).hasMessage("missing \"THEN\" at end of SQL expression");
        assertThatThrownBy(() -> only("EXIT nowhere;"))
                .hasMessage("there is no label \"nowhere\" attached to any block or loop enclosing this statement");
    }
}
