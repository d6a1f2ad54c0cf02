package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.Expressions.expr;
import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.Alias;
import org.pgherd.grammar.ast.ColumnDef;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FromItem;
import org.pgherd.grammar.ast.JoinExpr;
import org.pgherd.grammar.ast.JoinType;
import org.pgherd.grammar.ast.JsonTable;
import org.pgherd.grammar.ast.RangeFunction;
import org.pgherd.grammar.ast.RangeSubselect;
import org.pgherd.grammar.ast.RangeTableFunc;
import org.pgherd.grammar.ast.RangeTableSample;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.TypeCast;

/// What stands in FROM: relations, joins, functions, queries.
final class FromItems {
    private FromItems() {}

    static String items(List<FromItem> items) {
        return list(items, FromItems::item);
    }

    static String item(FromItem item) {
        return switch (item) {
            case RangeVar r -> relation(r);
            case RangeSubselect s ->
                spaced(when(s.lateral(), "LATERAL"), "(" + Queries.select(s.subquery()) + ")", alias(s.alias()));
            case RangeFunction f -> function(f);
            case RangeTableSample s ->
                spaced(
                        item(s.relation()),
                        "TABLESAMPLE " + dotted(s.method()) + "(" + Expressions.exprs(s.args()) + ")",
                        s.repeatable() == null
                                ? ""
                                : "REPEATABLE (" + given("", s.repeatable(), Expressions::expr) + ")");
            case RangeTableFunc x -> XmlTables.table(x);
            case JoinExpr j -> join(j);
            case JsonTable j -> JsonTables.table(j);
        };
    }

    static String relation(RangeVar r) {
        String name = qualified(r);
        return spaced(r.inh() ? name : "ONLY " + name, alias(r.alias()));
    }

    /// The relation's name alone.
    static String qualified(RangeVar r) {
        String catalog = r.catalogname();
        String schema = r.schemaname();
        return (catalog == null ? "" : name(catalog) + ".")
                + (schema == null ? "" : name(schema) + ".")
                + name(r.relname());
    }

    static String relations(List<RangeVar> relations) {
        return list(relations, FromItems::relation);
    }

    static String persistence(RangeVar r) {
        return switch (r.relpersistence()) {
            case 't' -> "TEMPORARY ";
            case 'u' -> "UNLOGGED ";
            default -> "";
        };
    }

    static String alias(@Nullable Alias a) {
        return a == null ? "" : spaced("AS", name(a.aliasname()) + columns(a.colnames()));
    }

    private static String join(JoinExpr j) {
        String left = item(j.larg());
        String right = j.rarg() instanceof JoinExpr r && r.alias() == null ? "(" + item(r) + ")" : item(j.rarg());
        Expr quals = j.quals();
        boolean cross = !j.isNatural() && quals == null && j.usingClause().isEmpty();
        String kind = j.jointype() == JoinType.INNER ? "" : j.jointype().name();
        String text = spaced(
                left,
                cross ? "CROSS" : spaced(when(j.isNatural(), "NATURAL"), kind),
                "JOIN",
                right,
                given("ON", quals, Expressions::expr),
                parens("USING", j.usingClause(), SqlWords::name),
                alias(j.joinUsingAlias()));
        return j.alias() == null ? text : "(" + text + ") " + alias(j.alias());
    }

    private static String function(RangeFunction f) {
        String functions = list(f.functions(), i -> spaced(called(i.function()), definitions("AS", i.coldeflist())));
        Alias alias = f.alias();
        return spaced(
                when(f.lateral(), "LATERAL"),
                f.isRowsfrom() ? "ROWS FROM (" + functions + ")" : functions,
                when(f.ordinality(), "WITH ORDINALITY"),
                alias(alias),
                definitions(alias == null ? "AS" : "", f.coldeflist()));
    }

    /// A cast has the form of a function there.
    private static String called(Expr e) {
        return e instanceof TypeCast c
                ? "CAST(" + expr(c.arg()) + " AS " + TypeNames.type(c.typeName()) + ")"
                : expr(e);
    }

    private static String definitions(String before, List<ColumnDef> columns) {
        return parens(before, columns, FromItems::column);
    }

    /// A column with its type and collation only.
    static String column(ColumnDef c) {
        return spaced(
                name(c.colname()),
                given("", c.typeName(), TypeNames::type),
                given("", c.collClause(), Expressions::collate));
    }
}
