package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.JsonTable;
import org.pgherd.grammar.ast.JsonTableColumn;
import org.pgherd.grammar.ast.JsonTablePathSpec;

/// JSON_TABLE.
final class JsonTables {
    private JsonTables() {}

    static String table(JsonTable j) {
        return spaced(
                when(j.lateral(), "LATERAL"),
                "JSON_TABLE("
                        + spaced(
                                JsonExpressions.value(j.contextItem()) + ",",
                                Expressions.expr(j.pathspec().string()),
                                given("AS", j.pathspec().name(), SqlWords::name),
                                JsonExpressions.passing(j.passing()),
                                "COLUMNS (" + list(j.columns(), JsonTables::column) + ")",
                                JsonExpressions.behavior(j.onError(), "ERROR"))
                        + ")",
                FromItems.alias(j.alias()));
    }

    private static String column(JsonTableColumn c) {
        String name = given("", c.name(), SqlWords::name);
        String type = given("", c.typeName(), TypeNames::type);
        String behaviors =
                spaced(JsonExpressions.behavior(c.onEmpty(), "EMPTY"), JsonExpressions.behavior(c.onError(), "ERROR"));
        return switch (c.coltype()) {
            case FOR_ORDINALITY -> name + " FOR ORDINALITY";
            case EXISTS -> spaced(name, type, "EXISTS", path(c.pathspec()), behaviors);
            case REGULAR, FORMATTED ->
                spaced(
                        name,
                        type,
                        JsonExpressions.format(c.format()),
                        path(c.pathspec()),
                        JsonExpressions.wrapper(c.wrapper()),
                        JsonExpressions.quotes(c.quotes()),
                        behaviors);
            case NESTED -> {
                JsonTablePathSpec path = c.pathspec();
                yield spaced(
                        "NESTED",
                        path(path),
                        path == null ? "" : given("AS", path.name(), SqlWords::name),
                        "COLUMNS (" + list(c.columns(), JsonTables::column) + ")");
            }
        };
    }

    private static String path(@Nullable JsonTablePathSpec path) {
        return path == null ? "" : "PATH " + Expressions.expr(path.string());
    }
}
