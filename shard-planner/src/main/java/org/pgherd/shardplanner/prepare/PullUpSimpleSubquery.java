package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteNamedTuplestore;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.distribution.Equalities;
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
        List<Place> places = new ArrayList<>();
        collect(query.jointree(), false, null, places);
        for (Place place : places) {
            int rtindex = place.rtindex();
            if (query.rte(rtindex) instanceof RteSubquery sub
                    && isSimple(sub, place)
                    && (query.groupingSets().isEmpty() || showsColumns(sub.query()))
                    && (withLocks || query.rowMarks().stream().noneMatch(mark -> mark.rti() == rtindex))) {
                return pull(query, rtindex, sub, place.nullable());
            }
        }
        return null;
    }

    /// A table whose sample depends on a row of a sibling is read anew for each of them.
    private static boolean samplesAround(Query lateral) {
        return lateral.rtable().stream()
                .anyMatch(entry -> entry instanceof RteRelation table
                        && table.sample() != null
                        && Stream.concat(
                                        table.sample().args().stream(),
                                        Stream.ofNullable(table.sample().repeatable()))
                                .anyMatch(PullUpSimpleSubquery::readsAround));
    }

    /// An output may be read more than once.
    private static boolean showsSubLinks(Query query) {
        return query.targetList().stream().anyMatch(target -> ExprWalk.any(target.expr(), SubLink.class::isInstance));
    }

    /// Whether all outputs are columns. What a grouping set makes NULL must be told from what is computed of a part of
    /// it: `x + y` is one key, 1 + 2 would be any three.
    private static boolean showsColumns(Query query) {
        return query.targetList().stream().allMatch(target -> target.expr() instanceof Var var && var.levelsUp() == 0);
    }

    /// Where an item stands.
    ///
    /// @param nullable whether rows of it are made up
    /// @param outerJoin the relations of the innermost outer join around it; null if there is none
    private record Place(
            int rtindex, boolean nullable, @Nullable Set<Integer> outerJoin) {}

    private static void collect(FromItem item, boolean nullable, @Nullable Set<Integer> outer, List<Place> all) {
        switch (item) {
            case RangeTblRef ref -> all.add(new Place(ref.rtindex(), nullable, outer));
            case FromExpr from -> from.fromList().forEach(child -> collect(child, nullable, outer, all));
            case JoinExpr join -> {
                JoinType type = join.joinType();
                Set<Integer> around = type == JoinType.INNER ? outer : Relations.of(join);
                boolean left = type == JoinType.RIGHT || type == JoinType.FULL;
                boolean right = type == JoinType.LEFT || type == JoinType.FULL;
                collect(join.left(), nullable || left, around, all);
                collect(join.right(), nullable || right, around, all);
            }
        }
    }

    private boolean isSimple(RteSubquery entry, Place place) {
        boolean nullable = place.nullable();
        Query q = entry.query();
        if (!q.isSelect()
                || entry.lateral() && samplesAround(q)
                || entry.lateral() && !(readsWithin(q, place.outerJoin()) && isFreeBelowOuterJoins(q.jointree(), false))
                || entry.securityBarrier()
                || q.setOperations() != null
                || q.hasAggs()
                || q.hasWindowFuncs()
                || q.hasTargetSRFs()
                || q.hasSubLinks() && (nullable || showsSubLinks(q))
                || !q.groupClause().isEmpty()
                || !q.groupingSets().isEmpty()
                || q.havingQual() != null
                || !q.distinctClause().isEmpty()
                || !q.sortClause().isEmpty()
                || q.limitCount() != null
                || q.limitOffset() != null
                || !q.rowMarks().stream().allMatch(mark -> withLocks && mark.pushedDown())
                || !q.cteList().isEmpty()
                || q.inlinedCte()
                || q.jointree().fromList().isEmpty() && place.outerJoin() != null) {
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
        return q.rtable().isEmpty()
                || q.rtable().stream().anyMatch(e -> !(e instanceof RteValues || e instanceof RteJoin));
    }

    /// No condition of an outer join, or below one, may read what is not below it
    /// (jointree_contains_lateral_outer_refs).
    private static boolean isFreeBelowOuterJoins(FromItem item, boolean below) {
        return switch (item) {
            case RangeTblRef _ -> true;
            case FromExpr from ->
                !(below && readsAround(from.quals()))
                        && from.fromList().stream().allMatch(child -> isFreeBelowOuterJoins(child, below));
            case JoinExpr join -> {
                boolean outer = below || join.joinType() != JoinType.INNER;
                yield !(outer && readsAround(join.quals()))
                        && isFreeBelowOuterJoins(join.left(), outer)
                        && isFreeBelowOuterJoins(join.right(), outer);
            }
        };
    }

    private static boolean readsAround(@Nullable Expr quals) {
        return quals != null
                && ExprWalk.anyDeep(quals, 0, (e, depth) -> e instanceof Var var && var.levelsUp() == depth + 1);
    }

    /// What is above an outer join does not know the relations beside it.
    private static boolean readsWithin(Query lateral, @Nullable Set<Integer> outerJoin) {
        return outerJoin == null
                || !ExprWalk.anyDeep(
                        lateral,
                        1,
                        (e, depth) ->
                                e instanceof Var var && var.levelsUp() == depth && !outerJoin.contains(var.varno()));
    }

    /// @param nullable whether rows of it are made up: one as a whole is NULL then, not a row of NULLs
    private static Query pull(Query query, int rtindex, RteSubquery pulled, boolean nullable) {
        Query sub = pulled.query();
        int offset = query.rtable().size();
        boolean isLateral = pulled.lateral();
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
                RangeTblEntry rewritten = super.rewrite(entry);
                RangeTblEntry below = depth == 0 && isLateral ? lateral(rewritten) : rewritten;
                return below instanceof RteCte c && c.levelsUp() > depth
                        ? new RteCte(
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
                FromItem below = super.rewrite(item);
                return below instanceof JoinExpr join && join != item ? withoutEmpty(join) : below;
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
        b.hasSubLinks |= sub.hasSubLinks();
        try {
            return flattened(substituted.rewrite(b.build()));
        } catch (WholeRow e) {
            return keep(query, rtindex);
        }
    }

    /// An inner join with what has one row of no columns is its other side.
    private static FromItem withoutEmpty(JoinExpr join) {
        if (join.joinType() != JoinType.INNER || !isEmpty(join.left()) && !isEmpty(join.right())) {
            return join;
        }
        List<FromItem> items = new ArrayList<>();
        List<Expr> quals = new ArrayList<>(Equalities.conjuncts(join.quals()));
        for (FromItem side : List.of(join.left(), join.right())) {
            if (isEmpty(side)) {
                quals.addAll(Equalities.conjuncts(((FromExpr) side).quals()));
            } else {
                items.add(side);
            }
        }
        return new FromExpr(items, QualInSubquery.and(quals));
    }

    private static boolean isEmpty(FromItem item) {
        return item instanceof FromExpr from && from.fromList().isEmpty();
    }

    /// What it reads of its siblings it read of the query around before.
    private static RangeTblEntry lateral(RangeTblEntry entry) {
        return switch (entry) {
            case RteSubquery s ->
                new RteSubquery(
                        s.query(), true, s.securityBarrier(), s.viewOid(), s.alias(), s.eref(), s.inFromClause());
            case RteFunction f ->
                new RteFunction(f.functions(), f.ordinality(), true, f.alias(), f.eref(), f.inFromClause());
            case RteValues v -> new RteValues(v.lists(), true, v.columnTypes(), v.alias(), v.eref(), v.inFromClause());
            case RteRelation _, RteJoin _, RteCte _, RteNamedTuplestore _, RteResult _ -> entry;
        };
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
