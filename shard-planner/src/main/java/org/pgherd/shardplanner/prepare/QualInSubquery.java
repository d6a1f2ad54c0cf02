package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.analyzer.query.SetOperationTree;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.distribution.Equalities;

/// A qual over a subquery's outputs as one of the subquery's own (subquery_push_qual and recurse_push_qual of
/// allpaths.c): among the quals of WHERE, or of HAVING where rows are grouped, of every branch of a set operation.
final class QualInSubquery {
    private QualInSubquery() {}

    static Query added(Query subquery, Expr qual, int rtindex) {
        return deeper(subquery, Levels.raise(qual, 1), rtindex);
    }

    /// @param qual as the subquery would write it, its outputs as columns of `rtindex` one level up
    private static Query deeper(Query subquery, Expr qual, int rtindex) {
        SetOperationTree tree = subquery.setOperations();
        Query.Builder b = subquery.toBuilder();
        if (tree != null) {
            List<RangeTblEntry> table = new ArrayList<>(subquery.rtable());
            branches(tree, table, qual, rtindex);
            b.rtable = table;
            return b.build();
        }
        Expr own = over(subquery.targetList(), qual, rtindex);
        b.hasSubLinks = subquery.hasSubLinks() || ExprWalk.any(own, e -> e instanceof SubLink);
        boolean groups = subquery.hasAggs() || !subquery.groupClause().isEmpty() || subquery.havingQual() != null;
        if (groups) {
            b.havingQual = with(subquery.havingQual(), own);
        } else {
            b.jointree = subquery.jointree().withQuals(with(subquery.jointree().quals(), own));
        }
        return b.build();
    }

    private static void branches(SetOperationTree tree, List<RangeTblEntry> table, Expr qual, int rtindex) {
        switch (tree) {
            case SetOperationStmt op -> {
                branches(op.left(), table, qual, rtindex);
                branches(op.right(), table, qual, rtindex);
            }
            case RangeTblRef ref -> {
                if (table.get(ref.rtindex() - 1) instanceof RteSubquery branch) {
                    // one level farther from what is around the set operation
                    Expr own = new ExprRewriter() {
                        @Override
                        public Expr rewrite(Expr expr) {
                            boolean around = expr instanceof Var var
                                            && var.levelsUp() > depth
                                            && !(var.levelsUp() == depth + 1 && var.varno() == rtindex)
                                    || expr instanceof Aggref a && a.levelsUp() > depth
                                    || expr instanceof GroupingFunc g && g.levelsUp() > depth;
                            return around ? Levels.raise(expr, 1) : rewriteChildren(expr);
                        }
                    }.rewrite(qual);
                    table.set(ref.rtindex() - 1, branch.withQuery(deeper(branch.query(), own, rtindex)));
                }
            }
        }
    }

    private static Expr over(List<TargetEntry> targets, Expr qual, int rtindex) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr expr) {
                return expr instanceof Var var && var.levelsUp() == depth + 1 && var.varno() == rtindex
                        ? output(targets, var.attno())
                        : rewriteChildren(expr);
            }
        }.rewrite(qual);
    }

    private static Expr output(List<TargetEntry> targets, int number) {
        for (TargetEntry target : targets) {
            if (target.resno() == number && !target.junk()) {
                return target.expr();
            }
        }
        throw new AssertionError("output " + number + " is missing");
    }

    private static Expr with(@Nullable Expr quals, Expr another) {
        List<Expr> all = new ArrayList<>(Equalities.conjuncts(quals));
        all.add(another);
        Expr together = and(all);
        if (together == null) {
            throw new AssertionError("no qual");
        }
        return together;
    }

    static @Nullable Expr and(List<Expr> quals) {
        return switch (quals.size()) {
            case 0 -> null;
            case 1 -> quals.getFirst();
            default -> new BoolExpr(BoolExpr.Kind.AND, quals, Position.NONE);
        };
    }
}
