package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;

/// Conjunctions, and which columns expressions read.
final class Quals {
    private Quals() {}

    static @Nullable Expr and(List<Expr> quals) {
        return switch (quals.size()) {
            case 0 -> null;
            case 1 -> quals.getFirst();
            default -> new BoolExpr(BoolExpr.Kind.AND, quals, Position.NONE);
        };
    }

    /// Range table indexes of this level that an expression reads, in sublinks too.
    static Set<Integer> relations(@Nullable Expr expr) {
        Set<Integer> set = new HashSet<>();
        vars(expr).forEach(var -> set.add(var.varno()));
        return set;
    }

    /// Columns of this level that an expression reads, in sublinks too, each once, without positions and as of
    /// level 0.
    static List<Var> vars(@Nullable Expr expr) {
        List<Var> list = new ArrayList<>();
        ExprWalk.anyDeep(expr, 0, (e, depth) -> {
            collect(e, depth, list);
            return false;
        });
        return list;
    }

    /// Columns of the query around that a query reads.
    static List<Var> outerVars(Query query) {
        List<Var> list = new ArrayList<>();
        ExprWalk.anyDeep(query, 1, (e, depth) -> {
            collect(e, depth, list);
            return false;
        });
        return list;
    }

    private static void collect(Expr expr, int depth, List<Var> list) {
        if (expr instanceof Var var && var.levelsUp() == depth && var.varno() > 0) {
            Var plain = (Var) ExprEquality.withoutPositions(var.withLevelsUp(0));
            if (!list.contains(plain)) {
                list.add(plain);
            }
        }
    }

    static boolean hasSubLink(@Nullable Expr expr) {
        return ExprWalk.any(expr, e -> e instanceof SubLink);
    }
}
