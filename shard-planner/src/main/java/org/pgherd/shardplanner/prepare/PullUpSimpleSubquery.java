package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// FROM (SELECT e1, e2 FROM x WHERE q) s WHERE p(s.c1)  =>  FROM x WHERE q AND p(e1)   (pull_up_simple_subquery).
///
/// Only if the subquery neither groups, sorts, limits, dedupes nor returns sets, and its expressions are not
/// volatile.
/// On the nullable side of an outer join only when its outputs are plain columns: a made-up NULL row must make
/// them NULL.
/// Counter-example: SELECT 1 AS c FROM x there would show 1 where NULL belongs.
public final class PullUpSimpleSubquery extends ExprRewriter {
    private final PlanningFacts facts;
    private final boolean withLocks;

    private PullUpSimpleSubquery(PlanningFacts facts, boolean withLocks) {
        this.facts = facts;
        this.withLocks = withLocks;
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new PullUpSimpleSubquery(facts, false).rewrite(query);
    }

    /// Views and subqueries whose rows are locked from outside as well.
    static Query withLocks(Query query, PlanningFacts facts) {
        return new PullUpSimpleSubquery(facts, true).rewrite(query);
    }

    @Override
    public Query rewrite(Query query) {
        Query at = super.rewrite(query);
        if (at.setOperations() != null || !at.isSelect()) {
            return at;
        }
        while (true) {
            Query next = one(at);
            if (next == null) {
                return at;
            }
            at = next;
        }
    }

    private @Nullable Query one(Query query) {
        Set<Integer> nullable = new HashSet<>();
        List<Integer> candidates = new ArrayList<>();
        leaves(query.jointree(), false, candidates, nullable);
        for (int rtindex : candidates) {
            if (query.rte(rtindex) instanceof RteSubquery sub
                    && isSimple(sub, nullable.contains(rtindex))
                    && (withLocks || query.rowMarks().stream().noneMatch(mark -> mark.rti() == rtindex))) {
                return pull(query, rtindex, sub.query(), nullable.contains(rtindex));
            }
        }
        return null;
    }

    private static void leaves(FromItem item, boolean below, List<Integer> all, Set<Integer> nullable) {
        switch (item) {
            case RangeTblRef ref -> {
                all.add(ref.rtindex());
                if (below) {
                    nullable.add(ref.rtindex());
                }
            }
            case FromExpr from -> from.fromList().forEach(child -> leaves(child, below, all, nullable));
            case JoinExpr join -> {
                JoinType type = join.joinType();
                leaves(join.left(), below || type == JoinType.RIGHT || type == JoinType.FULL, all, nullable);
                leaves(join.right(), below || type == JoinType.LEFT || type == JoinType.FULL, all, nullable);
            }
        }
    }

    private boolean isSimple(RteSubquery entry, boolean nullable) {
        Query q = entry.query();
        if (!q.isSelect()
                || entry.lateral()
                || entry.securityBarrier()
                || q.setOperations() != null
                || q.hasAggs()
                || q.hasWindowFuncs()
                || q.hasTargetSRFs()
                || q.hasSubLinks()
                || !q.groupClause().isEmpty()
                || !q.groupingSets().isEmpty()
                || q.havingQual() != null
                || !q.distinctClause().isEmpty()
                || !q.sortClause().isEmpty()
                || q.limitCount() != null
                || q.limitOffset() != null
                || !q.rowMarks().stream().allMatch(mark -> withLocks && mark.pushedDown())
                || !q.cteList().isEmpty()
                || q.jointree().fromList().isEmpty()) {
            return false;
        }
        if (nullable && (q.jointree().fromList().size() != 1 || q.jointree().quals() != null)) {
            return false;
        }
        for (TargetEntry target : q.targetList()) {
            boolean plain = target.expr() instanceof Var var && var.levelsUp() == 0;
            if (ExprFacts.volatility(target.expr(), facts) == Volatility.VOLATILE || nullable && !plain) {
                return false;
            }
        }
        // a SELECT over VALUES alone is as good where it is
        return q.rtable().stream().anyMatch(e -> e instanceof RteRelation || e instanceof RteSubquery);
    }

    /// @param nullable whether rows of it are made up: one as a whole is NULL then, not a row of NULLs
    private static Query pull(Query query, int rtindex, Query sub, boolean nullable) {
        int offset = query.rtable().size();
        ExprRewriter moved = new ExprRewriter() {
            @Override
            public Expr rewrite(Expr expr) {
                if (expr instanceof Var var) {
                    if (var.levelsUp() == depth && var.varno() > 0) {
                        return var.withVarno(var.varno() + offset);
                    }
                    return var.levelsUp() > depth ? var.withLevelsUp(var.levelsUp() - 1) : var;
                }
                Expr below = rewriteChildren(expr);
                return switch (below) {
                    case Aggref a when a.levelsUp() > depth -> a.withLevelsUp(a.levelsUp() - 1);
                    case GroupingFunc g when g.levelsUp() > depth -> g.withLevelsUp(g.levelsUp() - 1);
                    default -> below;
                };
            }

            @Override
            public FromItem rewrite(FromItem item) {
                FromItem below = super.rewrite(item);
                return switch (below) {
                    case RangeTblRef ref -> depth == 0 ? new RangeTblRef(ref.rtindex() + offset) : ref;
                    case JoinExpr join ->
                        depth == 0
                                ? new JoinExpr(
                                        join.joinType(),
                                        join.natural(),
                                        join.left(),
                                        join.right(),
                                        join.usingClause(),
                                        join.quals(),
                                        join.alias(),
                                        join.rtindex() + offset)
                                : join;
                    case FromExpr from -> from;
                };
            }

            @Override
            public RangeTblEntry rewrite(RangeTblEntry entry) {
                RangeTblEntry below = super.rewrite(entry);
                return below instanceof org.pgherd.analyzer.query.RteCte c && c.levelsUp() > depth
                        ? new org.pgherd.analyzer.query.RteCte(
                                c.cteName(),
                                c.levelsUp() - 1,
                                c.selfReference(),
                                c.columnTypes(),
                                c.alias(),
                                c.eref(),
                                c.inFromClause())
                        : below;
            }
        };
        List<Expr> outputs = new ArrayList<>();
        for (TargetEntry entry : sub.targetList()) {
            if (!entry.junk()) {
                outputs.add(moved.rewrite(entry.expr()));
            }
        }
        FromExpr inner = (FromExpr) moved.rewrite(sub.jointree());
        List<RangeTblEntry> table = new ArrayList<>(query.rtable());
        sub.rtable().forEach(entry -> table.add(moved.rewrite(entry)));
        ExprRewriter substituted = new ExprRewriter() {
            @Override
            public Expr rewrite(Expr expr) {
                if (expr instanceof Var var && var.levelsUp() == depth && var.varno() == rtindex) {
                    if (var.attno() < 0 || var.attno() == 0 && nullable) {
                        throw new WholeRow();
                    }
                    if (var.attno() == 0) {
                        List<String> names = query.rte(rtindex).eref().columnNames();
                        Expr row = new RowExpr(outputs, names, CoercionForm.IMPLICIT_CAST, var.type(), var.at());
                        return Levels.raise(row, depth);
                    }
                    return Levels.raise(outputs.get(var.attno() - 1), depth);
                }
                return rewriteChildren(expr);
            }

            @Override
            public FromItem rewrite(FromItem item) {
                if (depth == 0 && item instanceof RangeTblRef ref && ref.rtindex() == rtindex) {
                    return inner.quals() == null && inner.fromList().size() == 1
                            ? inner.fromList().getFirst()
                            : inner;
                }
                return super.rewrite(item);
            }
        };
        Query.Builder b = query.toBuilder();
        // an empty entry keeps the indexes of the others
        table.set(rtindex - 1, new RteResult(query.rte(rtindex).eref()));
        b.rtable = table;
        List<RowMarkClause> marks = new ArrayList<>(query.rowMarks());
        marks.removeIf(mark -> mark.rti() == rtindex);
        for (RowMarkClause mark : sub.rowMarks()) {
            marks.add(new RowMarkClause(mark.rti() + offset, mark.strength(), mark.waitPolicy(), mark.pushedDown()));
        }
        b.rowMarks = marks;
        try {
            return flattened(substituted.rewrite(b.build()));
        } catch (WholeRow e) {
            return keep(query, rtindex);
        }
    }

    /// Thrown when a reference to the whole row of a subquery is met that cannot be pulled up for it.
    private static final class WholeRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WholeRow() {
            super(null, null, false, false);
        }
    }

    /// Marks a subquery as one that stays: as a security barrier stays.
    private static Query keep(Query query, int rtindex) {
        List<RangeTblEntry> table = new ArrayList<>(query.rtable());
        RteSubquery s = (RteSubquery) table.get(rtindex - 1);
        table.set(
                rtindex - 1,
                new RteSubquery(s.query(), s.lateral(), true, s.viewOid(), s.alias(), s.eref(), s.inFromClause()));
        Query.Builder b = query.toBuilder();
        b.rtable = table;
        return b.build();
    }

    /// Nested groups at the top become part of FROM and WHERE.
    private static Query flattened(Query query) {
        List<FromItem> items = new ArrayList<>();
        List<Expr> quals = new ArrayList<>();
        if (query.jointree().quals() != null) {
            quals.add(query.jointree().quals());
        }
        for (FromItem item : query.jointree().fromList()) {
            if (item instanceof FromExpr group) {
                items.addAll(group.fromList());
                if (group.quals() != null) {
                    quals.add(group.quals());
                }
            } else {
                items.add(item);
            }
        }
        Query.Builder b = query.toBuilder();
        b.jointree = new FromExpr(
                items,
                quals.isEmpty()
                        ? null
                        : quals.size() == 1 ? quals.getFirst() : new BoolExpr(BoolExpr.Kind.AND, quals, Position.NONE));
        return b.build();
    }
}
