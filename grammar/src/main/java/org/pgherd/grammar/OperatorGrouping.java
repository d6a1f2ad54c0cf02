package org.pgherd.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.BoolExpr;
import org.pgherd.grammar.ast.BooleanTest;
import org.pgherd.grammar.ast.CoercionForm;
import org.pgherd.grammar.ast.CollateClause;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.ExprList;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.JsonIsPredicate;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.NullTest;
import org.pgherd.grammar.ast.NullTestType;
import org.pgherd.grammar.ast.SubLink;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.grammar.ast.XmlExpr;

/// Shows how the operators of an expression are grouped: its text with parentheses around every operation.
public final class OperatorGrouping {
    private final String text;

    private OperatorGrouping(String text) {
        this.text = text;
    }

    /// `expr` as parsed from `text`.
    public static String of(String text, Expr expr) {
        return new OperatorGrouping(text).show(expr);
    }

    private String show(Expr expr) {
        return switch (expr) {
            case BoolExpr e when e.args().size() > 1 -> run(e);
            case AExpr e -> operation(e);
            case BoolExpr e -> operation(e);
            case NullTest e -> nullTest(e);
            case BooleanTest e -> operation(e);
            case TypeCast e -> operation(e);
            case CollateClause e -> operation(e);
            case JsonIsPredicate e -> operation(e);
            case SubLink e when e.testexpr() != null -> operation(e);
            case FuncCall e when e.funcformat() == CoercionForm.SQL_SYNTAX -> operation(e);
            case XmlExpr e -> operation(e);
            default -> words(expr.at().start(), expr.at().end());
        };
    }

    /// AND and OR of several, as the pairs they were.
    private String run(BoolExpr expr) {
        String shown = show(expr.args().get(0));
        for (Expr arg : expr.args().subList(1, expr.args().size())) {
            shown = "(" + shown + " " + expr.boolop().name().toLowerCase(java.util.Locale.ROOT) + " " + show(arg) + ")";
        }
        return shown;
    }

    /// ISNULL and NOTNULL are shown as what they mean.
    private String nullTest(NullTest test) {
        return "(" + show(test.arg()) + (test.nulltesttype() == NullTestType.IS_NULL ? " is null)" : " is not null)");
    }

    /// The text of an operation with its operands shown in their places.
    private String operation(Expr expr) {
        List<Expr> operands = new ArrayList<>();
        collect(expr, operands);
        operands.sort(Comparator.comparingInt(o -> o.at().start()));
        StringBuilder shown = new StringBuilder("(");
        int from = expr.at().start();
        for (Expr operand : operands) {
            append(shown, words(from, operand.at().start()));
            append(shown, show(operand));
            from = operand.at().end();
        }
        append(shown, words(from, expr.at().end()));
        return shown.append(')').toString();
    }

    private static void collect(Node node, List<Expr> operands) {
        AstWalk.forEachChild(node, child -> {
            if (child instanceof FuncCall call && call.funcformat() == CoercionForm.EXPLICIT_CALL && isPattern(call)) {
                collect(call, operands);
            } else if (child instanceof Expr operand && operand.at().isKnown()) {
                operands.add(operand);
            } else if (child instanceof ExprList list && node instanceof AExpr e && isBetween(e)) {
                collect(list, operands);
            }
        });
    }

    private static boolean isBetween(AExpr e) {
        return switch (e.kind()) {
            case BETWEEN, NOT_BETWEEN, BETWEEN_SYM, NOT_BETWEEN_SYM -> true;
            default -> false;
        };
    }

    private static boolean isPattern(FuncCall call) {
        String name = call.funcname().get(call.funcname().size() - 1);
        return name.equals("like_escape") || name.equals("similar_to_escape");
    }

    private static void append(StringBuilder shown, String words) {
        if (!words.isEmpty()) {
            if (shown.length() > 1) {
                shown.append(' ');
            }
            shown.append(words);
        }
    }

    private String words(int start, int end) {
        return text.substring(start, end)
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll("::\\s*", ":: ")
                .replaceAll("\\s*,", " ,");
    }
}
