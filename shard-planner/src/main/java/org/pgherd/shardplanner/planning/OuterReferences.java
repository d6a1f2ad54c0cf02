package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.Var;

/// Replaces what a subquery reads of the query around it by EXEC parameters (SS_replace_correlation_vars).
final class OuterReferences {
    private final Planning planning;
    private final List<Integer> parameters = new ArrayList<>();
    private final List<Expr> values = new ArrayList<>();
    private final Set<Integer> own;

    OuterReferences(Planning planning) {
        this(planning, Set.of());
    }

    /// @param own relations of the query around whose columns stay what they are
    OuterReferences(Planning planning, Set<Integer> own) {
        this.planning = planning;
        this.own = own;
    }

    /// Of a query one level down.
    Query outOf(Query query) {
        return replacer(1).rewrite(query);
    }

    /// Of an entry of the same level.
    RangeTblEntry outOf(RangeTblEntry entry) {
        return replacer(0).rewrite(entry);
    }

    private ExprRewriter replacer(int levels) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr expr) {
                return switch (expr) {
                    case Var var
                    when var.levelsUp() == depth + levels && !own.contains(var.varno()) ->
                        parameter(var.withLevelsUp(0));
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
