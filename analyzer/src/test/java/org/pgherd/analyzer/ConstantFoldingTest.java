package org.pgherd.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.fold.ConstantFolding;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;

class ConstantFoldingTest {
    private final CatalogView catalog = new CatalogView(Catalog.builtin(), SearchPath.of("public"));
    private final TestSession session = new TestSession(catalog);

    private Expr folded(String expression) {
        String sql = "select " + expression;
        Query query = Analyzer.analyze(SqlParser.parse(sql).getFirst(), sql, catalog, session, ParameterTypes.none());
        return ConstantFolding.fold(query.targetList().getFirst().expr(), catalog, session);
    }

    private String value(String expression) {
        Expr expr = folded(expression);
        assertThat(expr).isInstanceOf(Const.class);
        return String.valueOf(ConstantFolding.text((Const) expr, session));
    }

    @Test
    void foldsArithmetic() {
        assertThat(value("1 + 2 * 3")).isEqualTo("7");
        assertThat(value("1.5 + 2")).isEqualTo("3.5");
        assertThat(value("'5'::int8 + 1")).isEqualTo("6");
    }

    @Test
    void foldsThreeValuedLogic() {
        assertThat(value("true and null::bool and false")).isEqualTo("f");
        assertThat(value("true and null::bool")).isEqualTo("null");
        assertThat(value("false or null::bool or true")).isEqualTo("t");
        assertThat(value("not (1 = 2)")).isEqualTo("t");
        assertThat(value("null::int + 1")).isEqualTo("null");
        assertThat(value("1 is distinct from null::int + 1")).isEqualTo("t");
    }

    @Test
    void evaluatesOnlyTheBranchTaken() {
        assertThat(value("case when 1 = 1 then 2 else 1 / 0 end")).isEqualTo("2");
        assertThat(value("case 3 when 1 then 1 / 0 when 3 then case 4 when 3 then 0 else 9 end end"))
                .isEqualTo("9");
        assertThat(value("coalesce(null, 5, 1 / 0)")).isEqualTo("5");
    }

    @Test
    void throwsErrorsOfConstantCalls() {
        assertThatThrownBy(() -> folded("1 / 0"))
                .isInstanceOf(SqlException.class)
                .hasMessage("division by zero");
    }

    @Test
    void leavesVolatileAndStableCalls() {
        assertThat(List.of(folded("random()"), folded("now()"))).noneMatch(Const.class::isInstance);
    }
}
