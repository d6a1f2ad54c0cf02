package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.Expressions.expr;
import static org.pgherd.grammar.deparse.Expressions.exprs;
import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.CoercionForm;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.WindowDef;

/// Function calls, with what may stand behind them, and calls that SQL writes with words of their own.
final class Calls {
    private Calls() {}

    static String call(FuncCall c) {
        return c.funcformat() == CoercionForm.SQL_SYNTAX ? syntax(c) : plain(c);
    }

    private static String plain(FuncCall c) {
        String order = c.aggOrder().isEmpty() ? "" : Queries.order(c.aggOrder());
        String arguments = c.aggStar()
                ? "*"
                : spaced(when(c.aggDistinct(), "DISTINCT"), arguments(c), when(!c.aggWithinGroup(), order));
        return spaced(
                dotted(c.funcname()) + "(" + arguments + ")",
                when(c.aggWithinGroup(), "WITHIN GROUP (" + order + ")"),
                tail(c.aggFilter(), c.over()));
    }

    /// FILTER and OVER.
    static String tail(@Nullable Expr filter, @Nullable WindowDef over) {
        return spaced(filter == null ? "" : "FILTER (WHERE " + expr(filter) + ")", given("OVER", over, Windows::over));
    }

    private static String arguments(FuncCall c) {
        List<Expr> args = c.args();
        if (!c.funcVariadic()) {
            return exprs(args);
        }
        int last = args.size() - 1;
        String variadic = "VARIADIC " + expr(args.get(last));
        return last == 0 ? variadic : exprs(args.subList(0, last)) + ", " + variadic;
    }

    private static String syntax(FuncCall c) {
        List<Expr> a = c.args();
        String name = c.funcname().get(c.funcname().size() - 1);
        return switch (name) {
            case "timezone" ->
                a.size() == 1
                        ? Operators.operand(a.get(0), Precedence.AT) + " AT LOCAL"
                        : Operators.operand(a.get(1), Precedence.AT) + " AT TIME ZONE "
                                + Operators.operand(a.get(0), Precedence.AT + 1);
            case "is_normalized" ->
                spaced(
                        Operators.operand(a.get(0), Precedence.IS + 1),
                        "IS",
                        a.size() == 1 ? "" : word(a.get(1)),
                        "NORMALIZED");
            case "overlaps" -> "(" + exprs(a.subList(0, 2)) + ") OVERLAPS (" + exprs(a.subList(2, 4)) + ")";
            case "pg_collation_for" -> "COLLATION FOR (" + expr(a.get(0)) + ")";
            case "system_user" -> "SYSTEM_USER";
            case "extract" -> "EXTRACT(" + expr(a.get(0)) + " FROM " + expr(a.get(1)) + ")";
            case "normalize" -> "NORMALIZE(" + expr(a.get(0)) + (a.size() == 1 ? "" : ", " + word(a.get(1))) + ")";
            case "overlay" ->
                "OVERLAY(" + expr(a.get(0)) + " PLACING " + expr(a.get(1)) + " FROM " + expr(a.get(2))
                        + (a.size() == 3 ? "" : " FOR " + expr(a.get(3))) + ")";
            case "position" ->
                a.isEmpty()
                        ? "POSITION()"
                        : "POSITION(" + Expressions.closed(a.get(1)) + " IN " + Expressions.closed(a.get(0)) + ")";
            case "substring" ->
                "SUBSTRING(" + expr(a.get(0)) + " FROM " + expr(a.get(1))
                        + (a.size() == 2 ? "" : " FOR " + expr(a.get(2))) + ")";
            case "ltrim" -> "TRIM(LEADING FROM " + exprs(a) + ")";
            case "rtrim" -> "TRIM(TRAILING FROM " + exprs(a) + ")";
            case "btrim" -> "TRIM(BOTH FROM " + exprs(a) + ")";
            case "xmlexists" ->
                "XMLEXISTS(" + Expressions.closed(a.get(0)) + " PASSING " + Expressions.closed(a.get(1)) + ")";
            default -> throw new AssertionError(name);
        };
    }

    /// A normalization form, which the tree has as a string.
    private static String word(Expr e) {
        return e instanceof StringConst s ? s.sval().toUpperCase(java.util.Locale.ROOT) : expr(e);
    }
}
