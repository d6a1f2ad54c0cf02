package org.pgherd.analyzer.parse;

import java.util.List;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.Position;

/// Where an expression begins: errors about a whole expression point there (exprLocation of nodeFuncs.c), whereas
/// [Expr#at] is the place of the node itself, which for an operator is the operator.
final class ExprLocation {
    private ExprLocation() {}

    static Position of(Expr expr) {
        return switch (expr) {
            case OpExpr e -> leftmost(e.at(), e.args());
            case DistinctExpr e -> leftmost(e.at(), e.args());
            case NullIfExpr e -> leftmost(e.at(), e.args());
            case ScalarArrayOpExpr e -> leftmost(e.at(), e.args());
            case FuncExpr e -> leftmost(e.at(), e.args());
            case BoolExpr e -> leftmost(e.at(), e.args());
            case RelabelType e -> ParseState.leftmost(e.at(), of(e.arg()));
            case CoerceViaIO e -> ParseState.leftmost(e.at(), of(e.arg()));
            case ArrayCoerceExpr e -> ParseState.leftmost(e.at(), of(e.arg()));
            case ConvertRowtypeExpr e -> ParseState.leftmost(e.at(), of(e.arg()));
            case CoerceToDomain e -> ParseState.leftmost(e.at(), of(e.arg()));
            case CollateExpr e -> of(e.arg());
            case NullTest e -> ParseState.leftmost(e.at(), of(e.arg()));
            case BooleanTest e -> ParseState.leftmost(e.at(), of(e.arg()));
            case FieldSelect e -> of(e.arg());
            case FieldStore e -> of(e.arg());
            case SubscriptingRef e -> of(e.refExpr());
            case RowCompareExpr e -> e.left().isEmpty() ? e.at() : leftmost(e.at(), e.left());
            case SubLink e -> e.testExpr() == null ? e.at() : ParseState.leftmost(of(e.testExpr()), e.at());
            default -> expr.at();
        };
    }

    /// Of the first expression of a list that has a place.
    static Position of(List<? extends Expr> list) {
        for (Expr expr : list) {
            Position at = of(expr);
            if (at.isKnown()) {
                return at;
            }
        }
        return Position.NONE;
    }

    private static Position leftmost(Position at, List<Expr> args) {
        Position found = at;
        for (Expr arg : args) {
            found = ParseState.leftmost(found, of(arg));
        }
        return found;
    }
}
