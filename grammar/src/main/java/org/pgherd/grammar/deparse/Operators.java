package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.grammar.ast.BoolExpr;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.ExprList;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.SubLink;

/// Operators, predicates and queries within expressions.
final class Operators {
    private Operators() {}

    /// An expression that binds at least as tightly as `level`, or parentheses around it.
    static String operand(Expr e, int level) {
        String text = Expressions.expr(e);
        return Precedence.of(e) < level ? "(" + text + ")" : text;
    }

    static String bool(BoolExpr b) {
        return switch (b.boolop()) {
            case NOT -> "NOT " + operand(b.args().get(0), Precedence.NOT);
            case AND -> joined(" AND ", b.args(), a -> operand(a, Precedence.AND + 1));
            case OR -> joined(" OR ", b.args(), a -> operand(a, Precedence.OR + 1));
        };
    }

    static String operator(AExpr a) {
        return switch (a.kind()) {
            case OP -> plain(a);
            case OP_ANY -> array(a, "ANY");
            case OP_ALL -> array(a, "ALL");
            case DISTINCT -> infix(a, Precedence.IS, "IS DISTINCT FROM");
            case NOT_DISTINCT -> infix(a, Precedence.IS, "IS NOT DISTINCT FROM");
            case NULLIF -> "NULLIF(" + Expressions.expr(left(a)) + ", " + Expressions.expr(right(a)) + ")";
            case IN ->
                operand(left(a), Precedence.LIKE + 1)
                        + (a.name().get(0).equals("<>") ? " NOT IN (" : " IN (")
                        + Expressions.exprs(list(a))
                        + ")";
            case LIKE -> like(a, "LIKE");
            case ILIKE -> like(a, "ILIKE");
            case SIMILAR -> like(a, "SIMILAR TO");
            case BETWEEN, NOT_BETWEEN, BETWEEN_SYM, NOT_BETWEEN_SYM ->
                operand(left(a), Precedence.LIKE + 1)
                        + " " + a.name().get(0) + " "
                        + Expressions.closed(list(a).get(0))
                        + " AND "
                        + operand(list(a).get(1), Precedence.LIKE + 1);
        };
    }

    private static Expr left(AExpr a) {
        return some(a.lexpr());
    }

    private static Expr right(AExpr a) {
        return a.rexpr() instanceof Expr e ? e : some(null);
    }

    private static Expr some(@Nullable Expr e) {
        if (e == null) {
            throw new AssertionError("operator without an operand");
        }
        return e;
    }

    private static List<Expr> list(AExpr a) {
        return a.rexpr() instanceof ExprList items ? items.items() : List.of(right(a));
    }

    private static String infix(AExpr a, int level, String words) {
        return operand(left(a), level + 1) + " " + words + " " + operand(right(a), level + 1);
    }

    private static String plain(AExpr a) {
        String op = SqlWords.operator(a.name());
        Expr left = a.lexpr();
        int level = Precedence.of(a);
        if (left == null) {
            return op + " " + operand(right(a), level);
        }
        int leftLevel = level == Precedence.COMPARISON ? level + 1 : level;
        return operand(left, leftLevel) + " " + op + " " + operand(right(a), level + 1);
    }

    private static String array(AExpr a, String word) {
        int level = Precedence.ofOperator(a.name());
        return operand(left(a), level + 1) + " " + SqlWords.operator(a.name()) + " " + word + " ("
                + Expressions.expr(right(a)) + ")";
    }

    /// LIKE and SIMILAR TO; ESCAPE comes as a call around the pattern, for SIMILAR TO always.
    private static String like(AExpr a, String word) {
        String words = when(a.name().get(0).startsWith("!"), "NOT ") + word + " ";
        String left = operand(left(a), Precedence.LIKE + 1) + " " + words;
        if (right(a) instanceof FuncCall call
                && call.funcname().size() == 2
                && call.funcname().get(0).equals("pg_catalog")
                && call.funcname().get(1).equals(word.equals("SIMILAR TO") ? "similar_to_escape" : "like_escape")
                && call.args().size() <= 2) {
            String pattern = left + operand(call.args().get(0), Precedence.OPERATOR);
            return call.args().size() == 1
                    ? pattern
                    : pattern + " ESCAPE " + operand(call.args().get(1), Precedence.OPERATOR);
        }
        return left + operand(right(a), Precedence.LIKE + 1);
    }

    static String subLink(SubLink s) {
        String query = "(" + Queries.select(s.subselect()) + ")";
        return switch (s.subLinkType()) {
            case EXISTS -> "EXISTS " + query;
            case ARRAY -> "ARRAY" + query;
            case EXPR -> query;
            case ANY ->
                s.operName().isEmpty()
                        ? operand(some(s.testexpr()), Precedence.LIKE + 1) + " IN " + query
                        : compared(s, "ANY", query);
            case ALL -> compared(s, "ALL", query);
        };
    }

    private static String compared(SubLink s, String word, String query) {
        return operand(some(s.testexpr()), Precedence.ofOperator(s.operName()) + 1) + " "
                + SqlWords.operator(s.operName()) + " " + word + " " + query;
    }
}
