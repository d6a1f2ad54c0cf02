package org.pgherd.engine.session;

import java.util.Set;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.ArrayCoerceExpr;
import org.pgherd.analyzer.query.CoerceToDomain;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowFunc;

/// Whether PostgreSQL would compute with a literal while it plans (clauses.c:eval_const_expressions). Such a
/// computation
/// may fail, or prove that a qual never holds, before any row is read; as a parameter's it would come too late. So the
/// statement keeps a plan of its own.
final class LiteralFolding {
    /// Widening casts of integers: they cannot fail.
    private static final Set<Integer> WIDENING = Set.of(481, 1740, 1781, 1782, 316, 482, 235, 318, 652, 754, 236, 1746);

    private final int ownParameters;
    private final boolean evaluatesAll;

    private LiteralFolding(int ownParameters, boolean evaluatesAll) {
        this.ownParameters = ownParameters;
        this.evaluatesAll = evaluatesAll;
    }

    /// @param ownParameters parameters with higher numbers stand for literals
    static boolean happens(Query query, int ownParameters) {
        LiteralFolding folding = new LiteralFolding(ownParameters, insertsValues(query));
        return ExprWalk.anyDeep(query, 0, (expr, _) -> folding.folds(expr));
    }

    /// Whether every expression of the statement is evaluated whenever it runs, so that the time of an error makes no
    /// difference.
    private static boolean insertsValues(Query query) {
        return query.commandType() == CommandType.INSERT
                && query.cteList().isEmpty()
                && query.rtable().stream()
                        .allMatch(entry -> entry instanceof RteRelation
                                || entry instanceof RteValues
                                || entry instanceof RteResult);
    }

    private boolean folds(Expr expr) {
        if (isLeaf(expr) || !isClosed(expr) || !ExprWalk.any(expr, this::isLiteral)) {
            return false;
        }
        Expr argument = ExprWalk.children(expr).isEmpty()
                ? expr
                : ExprWalk.children(expr).getFirst();
        boolean cast = expr instanceof FuncExpr call && WIDENING.contains(call.funcId())
                || evaluatesAll && isCoercion(expr) && (isLiteral(argument) || isCoercion(argument));
        return !cast && !isContainer(expr);
    }

    private static boolean isCoercion(Expr expr) {
        return switch (expr) {
            case FuncExpr call ->
                switch (call.form()) {
                    case IMPLICIT_CAST -> true;
                    default -> false;
                };
            case CoerceViaIO _, ArrayCoerceExpr _, CoerceToDomain _ -> true;
            default -> false;
        };
    }

    /// What only puts values together.
    private static boolean isContainer(Expr expr) {
        return expr instanceof org.pgherd.analyzer.query.ArrayExpr
                || expr instanceof org.pgherd.analyzer.query.RowExpr
                || expr instanceof org.pgherd.analyzer.query.RelabelType
                || expr instanceof org.pgherd.analyzer.query.CollateExpr;
    }

    private static boolean isLeaf(Expr expr) {
        return expr instanceof Const || expr instanceof Param || expr instanceof Var;
    }

    private boolean isLiteral(Expr expr) {
        return expr instanceof Param param && param.kind() == Param.Kind.EXTERN && param.number() > ownParameters;
    }

    private static boolean isClosed(Expr expr) {
        return !ExprWalk.any(
                expr,
                part -> part instanceof Var
                        || part instanceof SubLink
                        || part instanceof Aggref
                        || part instanceof WindowFunc
                        || part instanceof GroupingFunc);
    }
}
