package org.pgherd.plpgsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.StatementRunner;

/// Bodies that need no tables, run over a session that only takes notices and subtransactions.
class BlockTest {
    private final List<String> said = new ArrayList<>();
    private final CatalogView view = new CatalogView(Catalog.builtin(), SearchPath.of("public"));

    private void run(String body) {
        FunctionContext context = fake(FunctionContext.class, null);
        PlpgsqlRuntime.shared().runBlock(body, fake(StatementRunner.class, context), context);
    }

    private <T> T fake(Class<T> type, FunctionContext context) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> switch (method.getName()) {
                    case "types" -> view;
                    case "context" -> context;
                    case "notice" -> said.add(((Notice) arguments[0]).message());
                    case "beginSubtransaction" -> fake(StatementRunner.Subtransaction.class, context);
                    case "release", "rollback", "setting", "checkCancelled" -> null;
                    case "hashCode" -> 1;
                    case "equals" -> false;
                    default -> throw new AssertionError(method.getName());
                }));
    }

    @Test
    void leavesTheLoopThatTheLabelNames() {
        run("""
                DECLARE s bigint := 0;
                BEGIN
                  <<outer>> FOR i IN REVERSE 10..1 BY 3 LOOP
                    FOR j IN 1..3 LOOP
                      CONTINUE outer WHEN j = 2;
                      EXIT outer WHEN i < 3;
                      s := s + i * 10 + j;
                    END LOOP;
                  END LOOP;
                  RAISE NOTICE '% %%', s;
                END""");
        assertThat(said).containsExactly("213 %");
    }

    @Test
    void catchesByConditionAndTellsWhat() {
        run("""
                BEGIN
                  BEGIN
                    RAISE division_by_zero USING MESSAGE = 'none';
                  EXCEPTION WHEN unique_violation THEN NULL;
                    WHEN data_exception THEN RAISE NOTICE '% %', sqlstate, sqlerrm;
                  END;
                END""");
        assertThat(said).containsExactly("22012 none");
    }

    @Test
    void saysWhereAnErrorHappened() {
        assertThatThrownBy(() -> run("DECLARE x int;\nBEGIN\n  x := 0;\n  x := 1 / x;\nEND"))
                .isInstanceOfSatisfying(SqlException.class, e -> {
                    assertThat(e.message()).isEqualTo("division by zero");
                    assertThat(e.fields().context())
                            .isEqualTo("PL/pgSQL function inline_code_block line 4 at assignment");
                });
    }

    @Test
    void refusesNullWhereDeclaredNotNull() {
        assertThatThrownBy(() -> run("DECLARE x int NOT NULL := 1; BEGIN x := NULL; END"))
                .hasMessage("null value cannot be assigned to variable \"x\" declared NOT NULL");
    }
}
