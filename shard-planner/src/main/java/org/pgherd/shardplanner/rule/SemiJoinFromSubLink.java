package org.pgherd.shardplanner.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// WHERE EXISTS (SELECT .. FROM b WHERE b.x = a.y AND p(b))  =>  a SEMI JOIN (SELECT b.x FROM b WHERE p(b)) ON
/// a.y = x;
/// NOT EXISTS likewise as ANTI JOIN; WHERE a.y IN (SELECT b.x ..) as SEMI JOIN.
///
/// EXISTS asks for a row with true quals, which is what a semi join asks; for IN as a conjunct NULL and false
/// both drop
/// the row. Counter-example: NOT IN is no anti join, for a NULL among the values makes it NULL for every row.
public final class SemiJoinFromSubLink {
    private SemiJoinFromSubLink() {}

    /// @param inner uncorrelated query
    /// @param quals the join's, with the columns of `inner` as Params of kind SUBLINK
    public record Result(boolean anti, Query inner, List<Expr> quals) {}

    public static Optional<Result> apply(Expr qual, PlanningFacts facts) {
        boolean negated = qual instanceof BoolExpr bool && bool.kind() == BoolExpr.Kind.NOT;
        Expr core = negated ? ((BoolExpr) qual).args().getFirst() : qual;
        if (!(core instanceof SubLink link)) {
            return Optional.empty();
        }
        return switch (link.kind()) {
            case EXISTS -> Optional.ofNullable(exists(link, negated, facts));
            case ANY -> negated ? Optional.empty() : Optional.ofNullable(in(link, facts));
            case ALL, ROWCOMPARE, EXPR, MULTIEXPR, ARRAY, CTE -> Optional.empty();
        };
    }

    private static @Nullable Result in(SubLink link, PlanningFacts facts) {
        boolean hashable = true;
        for (Expr part : Equalities.conjuncts(link.testExpr())) {
            hashable &= part instanceof OpExpr op && facts.isHashableEquality(op.opNo());
        }
        if (!hashable || correlated(link.subselect()) || link.testExpr() == null || hasSubLink(link.testExpr())) {
            return null;
        }
        return new Result(false, link.subselect(), Equalities.conjuncts(link.testExpr()));
    }

    private static @Nullable Result exists(SubLink link, boolean anti, PlanningFacts facts) {
        Query query = link.subselect();
        if (!query.isSelect()
                || query.setOperations() != null
                || query.hasAggs()
                || !query.groupClause().isEmpty()
                || !query.groupingSets().isEmpty()
                || query.havingQual() != null
                || !query.windowClause().isEmpty()
                || query.limitCount() != null
                || query.limitOffset() != null
                || query.hasTargetSRFs()
                || !query.cteList().isEmpty()
                || !query.rowMarks().isEmpty()) {
            return null;
        }
        List<Expr> inside = new ArrayList<>();
        List<Expr> across = new ArrayList<>();
        for (Expr part : Equalities.conjuncts(query.jointree().quals())) {
            (ExprWalk.anyDeep(part, 0, SemiJoinFromSubLink::reachesOut) ? across : inside).add(part);
            if (ExprFacts.volatility(part, facts) == Volatility.VOLATILE) {
                return null;
            }
        }
        List<TargetEntry> targets = new ArrayList<>();
        List<Expr> quals = new ArrayList<>();
        for (Expr part : across) {
            if (hasSubLink(part)) {
                return null;
            }
            quals.add(lifted(part, targets));
        }
        Query.Builder b = Query.builder(CommandType.SELECT);
        b.rtable = query.rtable();
        b.jointree = new FromExpr(
                query.jointree().fromList(),
                inside.isEmpty()
                        ? null
                        : inside.size() == 1
                                ? inside.getFirst()
                                : new BoolExpr(BoolExpr.Kind.AND, inside, Position.NONE));
        b.targetList = targets;
        b.hasSubLinks = query.hasSubLinks();
        Query inner = b.build();
        return correlated(inner) ? null : new Result(anti, inner, quals);
    }

    /// A qual of the subquery as the join sees it: its own columns as SUBLINK Params, outer ones as of level 0.
    private static Expr lifted(Expr part, List<TargetEntry> targets) {
        return ExprRewriter.replace(part, e -> {
            if (!(e instanceof Var var)) {
                return null;
            }
            if (var.levelsUp() > 0) {
                return var.withLevelsUp(var.levelsUp() - 1);
            }
            Expr plain = ExprEquality.withoutPositions(var);
            for (TargetEntry entry : targets) {
                if (entry.expr().equals(plain)) {
                    return new Param(Param.Kind.SUBLINK, entry.resno(), var.type(), var.at());
                }
            }
            targets.add(new TargetEntry(plain, targets.size() + 1, null, 0, 0, 0, false));
            return new Param(Param.Kind.SUBLINK, targets.size(), var.type(), var.at());
        });
    }

    /// A qual of a [Result] with the inner columns as Vars of entry `rtindex`.
    public static Expr placed(Expr qual, int rtindex) {
        return ExprRewriter.replace(
                qual,
                e -> e instanceof Param param && param.kind() == Param.Kind.SUBLINK
                        ? new Var(rtindex, param.number(), param.type(), 0, Position.NONE)
                        : null);
    }

    private static boolean reachesOut(Expr expr, int depth) {
        return expr instanceof Var var && var.levelsUp() > depth
                || expr instanceof org.pgherd.analyzer.query.Aggref a && a.levelsUp() > depth;
    }

    private static boolean correlated(Query query) {
        return ExprWalk.anyDeep(query, 0, SemiJoinFromSubLink::reachesOut);
    }

    private static boolean hasSubLink(Expr expr) {
        return ExprWalk.any(expr, e -> e instanceof SubLink);
    }
}
