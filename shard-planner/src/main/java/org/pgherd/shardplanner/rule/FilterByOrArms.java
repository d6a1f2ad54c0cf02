package org.pgherd.shardplanner.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ErrorFree;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// WHERE (a.x = 1 AND b.y = 2) OR (a.x = 3 AND b.y = 4)  =>  the same, and a.x = 1 OR a.x = 3 as a filter of a
/// (orclauses.c:extract_restriction_or_clauses).
///
/// A row for which the whole is true makes one arm true, and with it what that arm says of a. The whole stays.
/// Counter-examples: an arm that says nothing of a leaves all of its rows; a condition that can fail must not be
/// computed
/// over rows that have no partner.
public final class FilterByOrArms {
    private FilterByOrArms() {}

    /// @param relations range table indexes of the part to be filtered
    public static Optional<Expr> apply(Expr qual, Set<Integer> relations, PlanningFacts facts) {
        if (!(qual instanceof BoolExpr or) || or.kind() != BoolExpr.Kind.OR) {
            return Optional.empty();
        }
        List<Expr> arms = new ArrayList<>();
        for (Expr arm : or.args()) {
            List<Expr> own = new ArrayList<>();
            for (Expr part : Equalities.conjuncts(arm)) {
                if (reads(part, relations) && ErrorFree.is(part, facts)) {
                    own.add(part);
                }
            }
            if (own.isEmpty()) {
                return Optional.empty();
            }
            arms.add(own.size() == 1 ? own.getFirst() : new BoolExpr(BoolExpr.Kind.AND, own, Position.NONE));
        }
        return Optional.of(new BoolExpr(BoolExpr.Kind.OR, arms, Position.NONE));
    }

    private static boolean reads(Expr expr, Set<Integer> relations) {
        if (ExprWalk.any(expr, e -> e instanceof SubLink)) {
            return false;
        }
        Set<Integer> read = new HashSet<>();
        ExprWalk.any(expr, e -> {
            if (e instanceof Var var && var.levelsUp() == 0) {
                read.add(var.varno());
            }
            return false;
        });
        return !read.isEmpty() && relations.containsAll(read);
    }
}
