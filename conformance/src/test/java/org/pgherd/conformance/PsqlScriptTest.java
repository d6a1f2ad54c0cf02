package org.pgherd.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgherd.conformance.script.Item;
import org.pgherd.conformance.script.PsqlScript;
import org.pgherd.conformance.script.Variables;

class PsqlScriptTest {
    private static List<String> statements(String script) {
        return PsqlScript.parse(script).stream()
                .filter(Item.Sql.class::isInstance)
                .map(item -> ((Item.Sql) item).text())
                .toList();
    }

    @Test
    void semicolonsInQuotesAndParenthesesEndNothing() {
        assertThat(
                        statements(
                                "SELECT ';', \"a;b\", $$;$$, $x$ $$;$x$; CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2);"))
                .containsExactly(
                        "SELECT ';', \"a;b\", $$;$$, $x$ $$;$x$",
                        "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)");
    }

    @Test
    void atomicBodiesAreOneStatement() {
        assertThat(
                        statements(
                                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3;"))
                .containsExactly(
                        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
                        "SELECT 3");
    }

    @Test
    void joinedStatementsAreOneQueryString() {
        assertThat(statements("SELECT 1\\; SELECT 2;")).containsExactly("SELECT 1; SELECT 2");
    }

    @Test
    void copyTakesItsDataFromTheScript() {
        Item.Sql copy = (Item.Sql) PsqlScript.parse("COPY t FROM stdin;\n1\ta\n2\tb;\n\\.\nSELECT 1;\n")
                .getFirst();
        assertThat(copy.data()).isEqualTo("1\ta\n2\tb;\n");
    }

    @Test
    void variablesAreInterpolatedOutsideOfQuotes() {
        Variables variables = new Variables();
        variables.set("v", "it's");
        assertThat(variables.interpolate("SELECT :'v', ':v', x::v, :\"v\", :w, a[1:2]"))
                .isEqualTo("SELECT 'it''s', ':v', x::v, \"it's\", :w, a[1:2]");
    }

    @Test
    void linesAreCounted() {
        assertThat(PsqlScript.parse("-- one\nSELECT 1;\n\nSELECT\n2;").stream().map(Item::line))
                .containsExactly(2, 4);
    }
}
