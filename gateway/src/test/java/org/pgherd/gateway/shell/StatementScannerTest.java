package org.pgherd.gateway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementScannerTest {
    @Test
    void cutsAtSemicolonsThatEndStatements() {
        assertThat(StatementScanner.all(
                        "SELECT ';'; SELECT \";\" /* ; /* ; */ ; */; -- ;\n SELECT E'\\';' ;; SELECT 1"))
                .containsExactly("SELECT ';'", "SELECT \";\" /* ; /* ; */ ; */", "-- ;\n SELECT E'\\';'", " SELECT 1");
    }

    @Test
    void keepsBodiesWhole() {
        assertThat(StatementScanner.all(
                        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $x$ SELECT 1; $$;$$ $x$; SELECT 2;"))
                .hasSize(2);
        assertThat(StatementScanner.all("CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END;"
                        + " SELECT 2; END; BEGIN; END;"))
                .hasSize(3);
        assertThat(StatementScanner.all("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3"))
                .hasSize(2);
    }

    @Test
    void knowsWhatIsOpen() {
        assertThat(StatementScanner.cut("SELECT 'a").isOpen()).isTrue();
        assertThat(StatementScanner.cut("SELECT 'a\\';").isOpen()).isFalse();
        assertThat(StatementScanner.cut("SELECT 'a\\';", false).isOpen()).isTrue();
        assertThat(StatementScanner.cut("SELECT (1").isOpen()).isTrue();
        assertThat(StatementScanner.cut("SELECT $$ x").isOpen()).isTrue();
        assertThat(StatementScanner.cut("SELECT 1").isOpen()).isFalse();
        assertThat(StatementScanner.cut(" -- nothing\n").hasContent()).isFalse();
        assertThat(StatementScanner.cut("SELECT $1; rest").rest()).isEqualTo(" rest");
    }
}
