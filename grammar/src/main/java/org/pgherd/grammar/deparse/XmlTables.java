package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import org.pgherd.grammar.ast.RangeTableFunc;
import org.pgherd.grammar.ast.RangeTableFuncCol;
import org.pgherd.grammar.ast.ResTarget;

/// XMLTABLE.
final class XmlTables {
    private XmlTables() {}

    static String table(RangeTableFunc x) {
        String namespaces =
                x.namespaces().isEmpty() ? "" : "XMLNAMESPACES(" + list(x.namespaces(), XmlTables::namespace) + "), ";
        return spaced(
                when(x.lateral(), "LATERAL"),
                "XMLTABLE(" + namespaces + Expressions.closed(x.rowexpr()) + " PASSING "
                        + Expressions.closed(x.docexpr()) + " COLUMNS " + list(x.columns(), XmlTables::column) + ")",
                FromItems.alias(x.alias()));
    }

    private static String namespace(ResTarget t) {
        String uri = given("", t.val(), Expressions::closed);
        String name = t.name();
        return name == null ? "DEFAULT " + uri : uri + " AS " + name(name);
    }

    private static String column(RangeTableFuncCol c) {
        if (c.forOrdinality()) {
            return name(c.colname()) + " FOR ORDINALITY";
        }
        return spaced(
                name(c.colname()),
                given("", c.typeName(), TypeNames::type),
                given("PATH", c.colexpr(), Expressions::closed),
                given("DEFAULT", c.coldefexpr(), Expressions::closed),
                when(c.isNotNull(), "NOT NULL"));
    }
}
