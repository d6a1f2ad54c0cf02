package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.Var;

/// Replaces what a subquery reads of the query around it by EXEC parameters (SS_replace_correlation_vars).
final class OuterReferences {
    private final Planning planning;
    private final List<Integer> parameters = new ArrayList<>();
    private final List<Expr> values = new ArrayList<>();

    OuterReferences(Planning planning) {
        this.planning = planning;
    }

    /// Of a query one level down.
    Query outOf(Query query) {
        return replacer(1).rewrite(query);
    }

    /// Of a table function of the same level.
    RteFunction outOf(RteFunction function) {
        return (RteFunction) replacer(0).rewrite(function);
    }

    RteValues outOf(RteValues values) {
        return (RteValues) replacer(0).rewrite(values);
    }

    private ExprRewriter replacer(int levels) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr expr) {
                return switch (expr) {
                    case Var var when var.levelsUp() == depth + levels -> parameter(var.withLevelsUp(0));
                    case Aggref a
                    when a.levelsUp() == depth + levels && levels > 0 -> parameter(atLevelZero(a, depth + levels));
                    case GroupingFunc g
                    when g.levelsUp() == depth + levels && levels > 0 -> parameter(g.withLevelsUp(0));
                    // set by a node around: passed on, so that it is seen that the rows depend on it
                    case Param param
                    when planning.isVarying(param) && !parameters.contains(param.number()) -> parameter(param);
                    default -> rewriteChildren(expr);
                };
            }
        };
    }

    private static Expr atLevelZero(Aggref a, int by) {
        Expr lowered = new ExprRewriter() {
            @Override
            public Expr rewrite(Expr e) {
                return e instanceof Var var && var.levelsUp() >= depth + by
                        ? var.withLevelsUp(var.levelsUp() - by)
                        : rewriteChildren(e);
            }
        }.rewriteChildren(a);
        return ((Aggref) lowered).withLevelsUp(0);
    }

    private Param parameter(Expr value) {
        Expr plain = ExprEquality.withoutPositions(value);
        int index = values.indexOf(plain);
        if (index < 0) {
            index = values.size();
            values.add(plain);
            parameters.add(planning.newVaryingParameter());
        }
        return new Param(Param.Kind.EXEC, parameters.get(index), value.type(), value.at());
    }

    List<Integer> parameters() {
        return parameters;
    }

    /// What the parameters are set to, over the query around.
    List<Expr> values() {
        return values;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }
}
