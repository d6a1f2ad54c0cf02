package org.pgherd.shardplanner.deparse;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.JsonBehavior;
import org.pgherd.analyzer.query.JsonConstructorExpr;
import org.pgherd.analyzer.query.JsonExpr;
import org.pgherd.analyzer.query.JsonIsPredicate;
import org.pgherd.analyzer.query.JsonTableColumn;
import org.pgherd.analyzer.query.JsonTableExpr;
import org.pgherd.analyzer.query.JsonTablePlan;
import org.pgherd.analyzer.query.SyntaxExpr;
import org.pgherd.analyzer.query.XmlExpr;
import org.pgherd.analyzer.query.XmlTableColumn;
import org.pgherd.analyzer.query.XmlTableExpr;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// SQL/JSON and SQL/XML as SQL (get_json_expr_options, get_tablefunc, XmlExpr of ruleutils.c). FORMAT JSON has become
/// casts.
public final class SyntaxText {
    private static final String YES = "YES";
    private static final List<String> STANDALONE = List.of(YES, "NO", "NO VALUE");

    private final PlanningFacts facts;
    private final Function<Expr, String> text;

    /// @param text writes the expressions inside; options of the syntax, which are constants, it does not get
    public SyntaxText(PlanningFacts facts, Function<Expr, String> text) {
        this.facts = facts;
        this.text = text;
    }

    public String of(SyntaxExpr expr) {
        return switch (expr) {
            case JsonConstructorExpr e -> constructor(e);
            case JsonIsPredicate e ->
                "(" + text.apply(e.arg()) + " IS JSON"
                        + (e.itemType() == JsonIsPredicate.ItemType.ANY ? "" : " " + e.itemType())
                        + (e.uniqueKeys() ? " WITH UNIQUE KEYS" : "") + ")";
            case JsonExpr e -> query(e);
            case JsonTableExpr e -> jsonTable(e);
            case XmlExpr e -> xml(e, text);
            case XmlTableExpr e -> xmlTable(e);
        };
    }

    private String list(List<Expr> exprs) {
        return list(exprs, text);
    }

    private static String list(List<Expr> exprs, Function<Expr, String> text) {
        StringJoiner joiner = new StringJoiner(", ");
        exprs.forEach(expr -> joiner.add(text.apply(expr)));
        return joiner.toString();
    }

    private String constructor(JsonConstructorExpr e) {
        if (e.kind() == JsonConstructorExpr.Kind.PARSE) {
            return "JSON(" + list(e.args()) + " WITH UNIQUE KEYS)";
        }
        StringBuilder out = new StringBuilder("JSON_").append(e.kind()).append('(');
        if (!e.args().isEmpty()) {
            if (e.kind() == JsonConstructorExpr.Kind.ARRAY) {
                out.append(list(e.args()));
            } else {
                StringJoiner pairs = new StringJoiner(", ");
                for (int i = 0; i < e.args().size(); i += 2) {
                    pairs.add("(" + text.apply(e.args().get(i)) + ") VALUE "
                            + text.apply(e.args().get(i + 1)));
                }
                out.append(pairs);
            }
            out.append(e.absentOnNull() ? " ABSENT ON NULL" : " NULL ON NULL")
                    .append(e.uniqueKeys() ? " WITH UNIQUE KEYS" : "")
                    .append(' ');
        }
        return out.append("RETURNING ")
                .append(facts.typeName(e.type()))
                .append(')')
                .toString();
    }

    private String query(JsonExpr e) {
        StringBuilder out = new StringBuilder("JSON_" + e.op() + "(" + text.apply(e.context()) + ", "
                + text.apply(e.path()) + passing(e.passingNames(), e.passing()));
        if (e.op() != JsonExpr.Op.EXISTS) {
            out.append(" RETURNING ").append(facts.typeName(e.type()));
        }
        return out.append(options(e)).append(')').toString();
    }

    private String passing(List<String> names, List<Expr> values) {
        if (names.isEmpty()) {
            return "";
        }
        StringJoiner joiner = new StringJoiner(", ", " PASSING ", "");
        for (int i = 0; i < names.size(); i++) {
            joiner.add(text.apply(values.get(i)) + " AS " + Identifiers.quote(names.get(i)));
        }
        return joiner.toString();
    }

    private String options(JsonExpr e) {
        String wrapper = e.wrapper() == JsonExpr.Wrapper.NONE ? "" : " WITH " + e.wrapper() + " WRAPPER";
        String quotes = e.op() != JsonExpr.Op.QUERY ? "" : e.omitQuotes() ? " OMIT QUOTES" : " KEEP QUOTES";
        return wrapper + quotes + behavior(e.onEmpty(), "EMPTY") + behavior(e.onError(), "ERROR");
    }

    private String behavior(@Nullable JsonBehavior behavior, String on) {
        if (behavior == null) {
            return "";
        }
        String value = behavior.kind() == JsonBehavior.Kind.DEFAULT && behavior.expr() != null
                ? "DEFAULT " + text.apply(behavior.expr())
                : behavior.kind().sql();
        return " " + value + " ON " + on;
    }

    private String jsonTable(JsonTableExpr e) {
        return "JSON_TABLE(" + text.apply(e.document()) + ", " + path(e.plan().path()) + " AS "
                + Identifiers.quote(e.plan().name()) + passing(e.passingNames(), e.passing())
                + columns(e, e.plan()) + (e.errorOnError() ? " ERROR ON ERROR" : "") + ")";
    }

    private String columns(JsonTableExpr e, JsonTablePlan.PathScan scan) {
        StringJoiner list = new StringJoiner(", ", " COLUMNS (", ")");
        for (int i = scan.firstColumn(); i < scan.endColumn(); i++) {
            list.add(column(e.columns().get(i)));
        }
        if (scan.child() != null) {
            nested(e, scan.child(), list);
        }
        return list.toString();
    }

    private void nested(JsonTableExpr e, JsonTablePlan plan, StringJoiner list) {
        switch (plan) {
            case JsonTablePlan.PathScan scan ->
                list.add("NESTED PATH " + path(scan.path()) + " AS " + Identifiers.quote(scan.name())
                        + columns(e, scan));
            case JsonTablePlan.SiblingJoin(JsonTablePlan left, JsonTablePlan right) -> {
                nested(e, left, list);
                nested(e, right, list);
            }
        }
    }

    private String column(JsonTableColumn column) {
        String name = Identifiers.quote(column.name());
        JsonExpr value = column.value();
        if (value == null) {
            return name + " FOR ORDINALITY";
        }
        TypeRow type = facts.types().type(column.type().oid());
        String format = value.op() == JsonExpr.Op.EXISTS
                ? " EXISTS"
                : value.op() == JsonExpr.Op.QUERY && type != null && type.category() == 'S' ? " FORMAT JSON" : "";
        return name + " " + facts.typeName(column.type()) + format + " PATH " + path((Const) value.path())
                + options(value);
    }

    private String path(Const path) {
        return Literals.quote(facts.text(path));
    }

    /// @param text as that of the constructor
    public static String xml(XmlExpr e, Function<Expr, String> text) {
        return switch (e.op()) {
            case XMLCONCAT -> "XMLCONCAT(" + list(e.args(), text) + ")";
            case XMLELEMENT -> {
                String attributes = e.namedArgs().isEmpty() ? "" : ", XMLATTRIBUTES(" + named(e, text) + ")";
                yield "XMLELEMENT(NAME " + name(e) + attributes
                        + (e.args().isEmpty() ? "" : ", " + list(e.args(), text)) + ")";
            }
            case XMLFOREST -> "XMLFOREST(" + named(e, text) + ")";
            case XMLPARSE -> {
                boolean preserve = e.args().get(1) instanceof Const c && Boolean.TRUE.equals(c.value());
                yield "XMLPARSE(" + (e.document() ? "DOCUMENT " : "CONTENT ")
                        + text.apply(e.args().getFirst())
                        + (preserve ? " PRESERVE WHITESPACE)" : " STRIP WHITESPACE)");
            }
            case XMLPI -> "XMLPI(NAME " + name(e) + (e.args().isEmpty() ? "" : ", " + list(e.args(), text)) + ")";
            case XMLROOT -> {
                boolean noVersion = e.args().get(1) instanceof Const c && c.isNull();
                int standalone = e.args().get(2) instanceof Const c && c.value() instanceof Integer i ? i : -1;
                yield "XMLROOT(" + text.apply(e.args().getFirst()) + ", VERSION "
                        + (noVersion ? "NO VALUE" : text.apply(e.args().get(1)))
                        + (standalone >= 0 && standalone < STANDALONE.size()
                                ? ", STANDALONE " + STANDALONE.get(standalone)
                                : "")
                        + ")";
            }
            case XMLSERIALIZE ->
                "XMLSERIALIZE(" + (e.document() ? "DOCUMENT " : "CONTENT ") + list(e.args(), text) + " AS text"
                        + (e.indent() ? " INDENT)" : ")");
            case DOCUMENT -> "(" + list(e.args(), text) + " IS DOCUMENT)";
        };
    }

    private static String name(XmlExpr e) {
        return Identifiers.quote(e.name() == null ? "" : e.name());
    }

    private static String named(XmlExpr e, Function<Expr, String> text) {
        StringJoiner joiner = new StringJoiner(", ");
        for (int i = 0; i < e.namedArgs().size(); i++) {
            joiner.add(text.apply(e.namedArgs().get(i)) + " AS "
                    + Identifiers.quote(e.argNames().get(i)));
        }
        return joiner.toString();
    }

    private String xmlTable(XmlTableExpr e) {
        StringBuilder out = new StringBuilder("XMLTABLE(");
        if (!e.namespaces().isEmpty()) {
            StringJoiner namespaces = new StringJoiner(", ", "XMLNAMESPACES(", "), ");
            for (int i = 0; i < e.namespaces().size(); i++) {
                String uri = "(" + text.apply(e.namespaces().get(i)) + ")";
                String name = e.namespaceNames().get(i);
                namespaces.add(name == null ? "DEFAULT " + uri : uri + " AS " + Identifiers.quote(name));
            }
            out.append(namespaces);
        }
        out.append('(').append(text.apply(e.row())).append(") PASSING (").append(text.apply(e.document()));
        StringJoiner columns = new StringJoiner(", ", ") COLUMNS ", ")");
        for (XmlTableColumn column : e.columns()) {
            String name = Identifiers.quote(column.name());
            columns.add(
                    column.ordinality()
                            ? name + " FOR ORDINALITY"
                            : name + " " + facts.typeName(column.type())
                                    + (column.defaultValue() == null
                                            ? ""
                                            : " DEFAULT (" + text.apply(column.defaultValue()) + ")")
                                    + (column.path() == null ? "" : " PATH (" + text.apply(column.path()) + ")")
                                    + (column.notNull() ? " NOT NULL" : ""));
        }
        return out.append(columns).toString();
    }
}
