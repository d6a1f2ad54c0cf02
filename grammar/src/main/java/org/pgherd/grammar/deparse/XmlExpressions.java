package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.Expressions.expr;
import static org.pgherd.grammar.deparse.Expressions.exprs;
import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.NullConst;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.XmlExpr;
import org.pgherd.grammar.ast.XmlSerialize;

/// Functions of SQL/XML.
final class XmlExpressions {
    private XmlExpressions() {}

    static String xml(XmlExpr x) {
        List<Expr> a = x.args();
        return switch (x.op()) {
            case XMLCONCAT -> "XMLCONCAT(" + exprs(a) + ")";
            case XMLELEMENT ->
                "XMLELEMENT(NAME " + given("", x.name(), SqlWords::name)
                        + (x.namedArgs().isEmpty() ? "" : ", XMLATTRIBUTES(" + attributes(x.namedArgs()) + ")")
                        + (a.isEmpty() ? "" : ", " + exprs(a)) + ")";
            case XMLFOREST -> "XMLFOREST(" + attributes(x.namedArgs()) + ")";
            case XMLPARSE ->
                "XMLPARSE(" + x.xmloption().name() + " " + expr(a.get(0))
                        + when(a.get(1) instanceof BooleanConst b && b.boolval(), " PRESERVE WHITESPACE") + ")";
            case XMLPI ->
                "XMLPI(NAME " + given("", x.name(), SqlWords::name) + (a.isEmpty() ? "" : ", " + exprs(a)) + ")";
            case XMLROOT ->
                "XMLROOT(" + expr(a.get(0)) + ", VERSION "
                        + (a.get(1) instanceof NullConst ? "NO VALUE" : expr(a.get(1)))
                        + standalone(a.get(2)) + ")";
            case DOCUMENT -> Operators.operand(a.get(0), Precedence.IS + 1) + " IS DOCUMENT";
        };
    }

    private static String standalone(Expr e) {
        return switch (e instanceof IntegerConst i ? i.ival() : 3) {
            case 0 -> ", STANDALONE YES";
            case 1 -> ", STANDALONE NO";
            case 2 -> ", STANDALONE NO VALUE";
            default -> "";
        };
    }

    private static String attributes(List<ResTarget> items) {
        return list(items, Queries::target);
    }

    static String serialize(XmlSerialize x) {
        return "XMLSERIALIZE("
                + spaced(
                        x.xmloption().name(),
                        expr(x.expr()),
                        "AS",
                        TypeNames.type(x.typeName()),
                        when(x.indent(), "INDENT"))
                + ")";
    }
}
