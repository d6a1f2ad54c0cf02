package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.LimitOption;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowClause;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.plan.Distinct;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.Limit;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.ProjectSet;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.Sort;
import org.pgherd.shardplanner.plan.SortKey;
import org.pgherd.shardplanner.plan.TopN;
import org.pgherd.shardplanner.plan.Values;
import org.pgherd.shardplanner.rule.FinishOnEachShard;

/// One SELECT, clause by clause in PostgreSQL's order: FROM and WHERE, GROUP BY, HAVING, windows, target list,
/// DISTINCT,
/// ORDER BY, LIMIT (planner.c:grouping_planner).
final class SelectPlanner {
    private final Query query;
    private final Environment environment;
    private final QueryPlanner queries;
    private final Planning planning;
    private final String notHigher;

    SelectPlanner(Query query, Environment environment, QueryPlanner queries, String notHigher) {
        this.query = query;
        this.environment = environment;
        this.queries = queries;
        this.planning = queries.planning();
        this.notHigher = notHigher;
    }

    PlanNode plan() {
        List<Expr> above = above();
        FromPlanner from = new FromPlanner(query, environment, queries, notHigher);
        Part part = from.plan(above);
        boolean grouped = query.hasAggs()
                || !query.groupClause().isEmpty()
                || !query.groupingSets().isEmpty()
                || query.havingQual() != null;
        LocalPart current = null;
        List<Expr> shown = QueryPlanner.exprs(query.targetList());
        if (grouped) {
            GroupPlanner groups = new GroupPlanner(query, environment, queries, notHigher);
            if (groups.isDegenerate()) {
                current = new LocalPart(Set.of(), Values.oneRow(), List.of(), 1);
            } else if (part instanceof RemotePart remote && planning.allows(Rung.SPLIT)) {
                current = groups.split(remote);
            }
            if (current == null) {
                current = groups.here(from.local(part, above));
            }
            shown = groups.shown();
            current = queries.filter(current, Equalities.conjuncts(query.havingQual()), environment);
        } else if (part instanceof RemotePart remote && planning.allows(Rung.SPLIT)) {
            PlanNode finished = finishedOnShards(remote);
            if (finished != null) {
                return finished;
            }
        }
        if (current == null) {
            current = from.local(part, above);
        }
        boolean whole = query.limitCount() == null || !query.sortClause().isEmpty();
        if (!grouped && query.windowClause().isEmpty() && whole) {
            Joins.Grouped joined = from.grouped(current, shown);
            current = joined.part();
            shown = joined.exprs();
        }
        for (WindowClause window : WindowOrder.of(query.windowClause())) {
            current = new WindowPlanner(query, environment, queries).plan(current, window);
        }
        LateTargets late = new LateTargets(query, planning);
        if (late.areWanted()) {
            return withoutJunk(sortedFirst(current, shown, late));
        }
        PlanNode node = targets(current, shown);
        node = distinct(node, false);
        node = sortAndLimit(node, sortKeys(query.sortClause()), List.of());
        return withoutJunk(node);
    }

    private PlanNode sortedFirst(LocalPart part, List<Expr> shown, LateTargets late) {
        List<Expr> exprs = queries.expressions(shown, part, environment);
        List<Expr> sorting = new ArrayList<>();
        List<SortKey> keys = new ArrayList<>();
        for (SortGroupClause clause : query.sortClause()) {
            sorting.add(exprs.get(position(clause) - 1));
        }
        LocalPart asked = Asks.add(part, sorting, planning);
        for (SortGroupClause clause : query.sortClause()) {
            Expr key = query.targetList().get(position(clause) - 1).expr();
            keys.add(Remotes.sortKey(late.keyPosition(asked, clause), key, clause));
        }
        PlanNode input = late.withKeys(asked, exprs);
        // rows that OFFSET skips are computed
        Expr upTo = late.limitWithOffset();
        if (upTo != null) {
            PlanNode computed = late.over(asked, new TopN(input, keys, upTo, null), exprs);
            return new Limit(computed, null, optional(query.limitOffset()), List.of());
        }
        return late.over(asked, sortAndLimit(input, keys, List.of()), exprs);
    }

    /// Everything that is evaluated above FROM.
    private List<Expr> above() {
        List<Expr> above = new ArrayList<>(QueryPlanner.exprs(query.targetList()));
        if (query.havingQual() != null) {
            above.add(query.havingQual());
        }
        return above;
    }

    /// Projection, DISTINCT, ORDER BY and LIMIT by each shard; what is left to do here on top.
    private @Nullable PlanNode finishedOnShards(RemotePart part) {
        if (!query.windowClause().isEmpty() || query.hasTargetSRFs()) {
            return null;
        }
        Equalities equal = environment.locality().scope(query);
        Finding finding = part.spread();
        for (TargetEntry entry : query.targetList()) {
            if (finding instanceof Spread spread) {
                finding = Shippable.in(entry.expr(), spread, equal, environment, planning);
            }
        }
        if (!(finding instanceof Spread spread)) {
            return null;
        }
        boolean several = spread.kind() == Spread.Kind.SHARDED && !spread.onOneShard();
        Query.Builder b = Remotes.fragment(part, query);
        List<TargetEntry> shown = new ArrayList<>();
        for (TargetEntry entry : query.targetList()) {
            shown.add(new TargetEntry(entry.expr(), entry.resno(), entry.name(), entry.sortGroupRef(), 0, 0, false));
        }
        b.targetList = shown;
        b.distinctClause = query.distinctClause();
        b.hasDistinctOn = query.hasDistinctOn();
        boolean junk = query.targetList().stream().anyMatch(TargetEntry::junk);
        if (!query.distinctClause().isEmpty() && !query.hasDistinctOn() && junk) {
            return null;
        }
        b.sortClause = query.sortClause();
        Expr limit = FinishOnEachShard.limit(query);
        boolean limitHere = query.limitCount() != null || query.limitOffset() != null;
        if (limit != null && Shippable.plain(limit, planning)) {
            b.limitCount = limit;
            b.limitOption = query.limitOption();
        }
        List<SortKey> merge = Remotes.sortKeys(query.sortClause(), shown);
        boolean split = !query.distinctClause().isEmpty()
                || b.limitCount != null
                || !query.sortClause().isEmpty();
        Rung rung = split ? Rung.SPLIT : part.relations().size() > 1 ? Rung.SCATTER : Rung.PULL;
        planning.fire(FinishOnEachShard.class);
        Remote remote = Remotes.of(b.build(), spread, merge, rung, notHigher, planning);
        PlanNode node = remote;
        if (several) {
            boolean sortedBefore = !merge.isEmpty();
            boolean inOrder = sortedBefore
                    && (query.distinctClause().isEmpty() || query.hasDistinctOn() || sortsAllDistinctColumns());
            node = distinct(node, inOrder);
            node = sortAndLimit(node, sortKeys(query.sortClause()), inOrder ? merge : List.of());
        } else if (limitHere) {
            node = limit(node, merge);
        }
        return withoutJunk(node);
    }

    /// The target list, set-returning functions expanded level by level. The last level computes the rest as well,
    /// for every row that it reads, unless something is to be computed of its sets (split_pathtarget_at_srfs).
    private PlanNode targets(LocalPart input, List<Expr> shown) {
        LocalPart current = input;
        List<Expr> exprs = queries.expressions(shown, input, environment);
        while (query.hasTargetSRFs()) {
            LocalPart at = current;
            List<Expr> sets = new ArrayList<>();
            for (Expr expr : exprs) {
                innermostSets(expr, current, sets);
            }
            if (sets.isEmpty()) {
                break;
            }
            if (exprs.stream().allMatch(expr -> sets.contains(expr) || !hasSets(expr, at))) {
                LocalPart last = Asks.add(current, exprs, planning);
                return new ProjectSet(last.node(), last.resolve(exprs), Remotes.columns(query.targetList()));
            }
            LocalPart asked = Asks.add(current, sets, planning);
            List<Expr> all = new ArrayList<>();
            List<PlanColumn> columns = new ArrayList<>(asked.node().output());
            for (int i = 0; i < asked.columns().size(); i++) {
                all.add(new Var(Var.OUTER, i + 1, columns.get(i).type(), 0, Position.NONE));
            }
            List<Expr> known = new ArrayList<>(asked.columns());
            for (Expr set : sets) {
                all.add(asked.resolve(set));
                columns.add(new PlanColumn("?column?", set.type()));
                known.add(org.pgherd.analyzer.query.ExprEquality.withoutPositions(set));
            }
            current = new LocalPart(Set.of(), new ProjectSet(asked.node(), all, columns), known, asked.rows());
        }
        LocalPart asked = Asks.add(current, exprs, planning);
        return Projects.over(asked.node(), asked.resolve(exprs), Remotes.columns(query.targetList()));
    }

    private static boolean isSet(Expr expr) {
        return expr instanceof FuncExpr f && f.retset() || expr instanceof OpExpr o && o.retset();
    }

    private static boolean hasSets(Expr expr, LocalPart part) {
        return part.position(expr) == 0
                && (isSet(expr) || ExprWalk.children(expr).stream().anyMatch(child -> hasSets(child, part)));
    }

    private static void innermostSets(Expr expr, LocalPart part, List<Expr> sets) {
        if (part.position(expr) != 0) {
            return;
        }
        int before = sets.size();
        ExprWalk.children(expr).forEach(child -> innermostSets(child, part, sets));
        boolean nested = ExprWalk.children(expr).stream()
                .anyMatch(child -> ExprWalk.any(child, e -> part.position(e) == 0 && isSet(e)));
        if (isSet(expr) && !nested && sets.size() == before && !sets.contains(expr)) {
            sets.add(expr);
        }
    }

    /// @param sorted whether the rows come sorted by ORDER BY already
    private PlanNode distinct(PlanNode input, boolean sorted) {
        if (query.distinctClause().isEmpty()) {
            return input;
        }
        List<GroupKey> keys = new ArrayList<>();
        List<SortGroupClause> order = new ArrayList<>();
        for (SortGroupClause clause : query.distinctClause()) {
            int position = position(clause);
            Expr expr = query.targetList().get(position - 1).expr();
            keys.add(new GroupKey(position, expr.type(), clause.eqOp(), expr.collation()));
            order.add(clause);
        }
        if (!query.hasDistinctOn()) {
            KeyMethods.require("DISTINCT", query.distinctClause(), false);
            PlanNode together = sorted
                    ? input
                    : UnhashableKeys.sorted(
                            input,
                            query.distinctClause(),
                            keys,
                            queries.planning().facts());
            return new Distinct(together, keys, sorted || together != input);
        }
        PlanNode ordered = input;
        if (!sorted) {
            ordered = new Sort(input, query.sortClause().isEmpty() ? sortKeys(order) : sortKeys(query.sortClause()));
        }
        return new Distinct(ordered, keys, true);
    }

    /// Whether equal rows come one after another when sorted by ORDER BY.
    private boolean sortsAllDistinctColumns() {
        for (SortGroupClause clause : query.distinctClause()) {
            if (query.sortClause().stream().noneMatch(s -> s.tleSortGroupRef() == clause.tleSortGroupRef())) {
                return false;
            }
        }
        return true;
    }

    /// @param sorted the keys by which the rows come sorted already, empty if they do not
    private PlanNode sortAndLimit(PlanNode input, List<SortKey> keys, List<SortKey> sorted) {
        boolean afterDistinctOn = query.hasDistinctOn() && !query.sortClause().isEmpty();
        if (keys.isEmpty() || !sorted.isEmpty() || afterDistinctOn) {
            return limit(input, keys);
        }
        if (query.limitCount() != null && query.limitOption() == LimitOption.COUNT) {
            return new TopN(input, keys, value(query.limitCount()), optional(query.limitOffset()));
        }
        return limit(new Sort(input, keys), keys);
    }

    private PlanNode limit(PlanNode input, List<SortKey> keys) {
        if (query.limitCount() == null && query.limitOffset() == null) {
            return input;
        }
        boolean ties = query.limitOption() == LimitOption.WITH_TIES;
        return new Limit(input, optional(query.limitCount()), optional(query.limitOffset()), ties ? keys : List.of());
    }

    private @Nullable Expr optional(@Nullable Expr expr) {
        return expr == null ? null : value(expr);
    }

    private Expr value(Expr expr) {
        return queries.expressions(List.of(expr), environment).getFirst();
    }

    private List<SortKey> sortKeys(List<SortGroupClause> clauses) {
        List<SortKey> keys = new ArrayList<>();
        for (SortGroupClause clause : clauses) {
            int position = position(clause);
            keys.add(Remotes.sortKey(
                    position, query.targetList().get(position - 1).expr(), clause));
        }
        return keys;
    }

    private int position(SortGroupClause clause) {
        for (int i = 0; i < query.targetList().size(); i++) {
            if (query.targetList().get(i).sortGroupRef() == clause.tleSortGroupRef()) {
                return i + 1;
            }
        }
        throw new AssertionError("sort reference " + clause.tleSortGroupRef() + " is missing");
    }

    private PlanNode withoutJunk(PlanNode node) {
        List<Expr> exprs = new ArrayList<>();
        List<TargetEntry> shown = new ArrayList<>();
        for (int i = 0; i < query.targetList().size(); i++) {
            TargetEntry entry = query.targetList().get(i);
            if (!entry.junk()) {
                exprs.add(new Var(Var.OUTER, i + 1, entry.expr().type(), 0, Position.NONE));
                shown.add(entry);
            }
        }
        return shown.size() == query.targetList().size() ? node : Projects.over(node, exprs, Remotes.columns(shown));
    }
}
