package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.shardplanner.cost.Selectivity;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.Values;

/// Inner joins that the coordinator does: of parts, of LATERAL items, and of what the sublinks of their quals read.
///
/// A qual is tried as soon as the columns are there that it reads. One with a sublink waits until there are the
/// fewest rows to run it for, unless it is volatile.
final class LocalJoins {
    private final Query query;
    private final Environment environment;
    private final QueryPlanner queries;
    private final Joins joins;
    private final Selectivity selectivity;
    private final List<Expr> pending = new ArrayList<>();
    private final List<Expr> wanted = new ArrayList<>();
    private final Map<JoinOrder.Tree, List<Expr>> sublinks = new IdentityHashMap<>();

    LocalJoins(Query query, Environment environment, QueryPlanner queries, Joins joins, Selectivity selectivity) {
        this.query = query;
        this.environment = environment;
        this.queries = queries;
        this.joins = joins;
        this.selectivity = selectivity;
    }

    /// @param laterals items that read columns of others
    /// @param quals over all of them
    /// @param above what will be evaluated over all of them, the quals and what the items read included
    LocalPart join(List<LocalPart> parts, List<FromItem> laterals, List<Expr> quals, List<Expr> above) {
        wanted.addAll(above);
        List<Expr> tested = new ArrayList<>();
        for (Expr qual : quals) {
            (Quals.hasSubLink(qual) ? tested : pending).add(qual);
        }
        List<JoinOrder.Member> members = new ArrayList<>();
        for (LocalPart part : parts) {
            LocalPart own = filtered(part, take(part.relations()));
            members.add(JoinOrder.Member.of(own));
        }
        if (parts.isEmpty()) {
            LocalPart row = new LocalPart(Set.of(), Values.oneRow(), List.of(), 1);
            members.add(JoinOrder.Member.of(row));
        }
        laterals.forEach(item -> members.add(lateral(item)));
        JoinOrder order = new JoinOrder(members, pending, selectivity);
        JoinOrder.Tree root = order.best();
        for (Expr qual : tested) {
            sublinks.computeIfAbsent(place(order, root, qual), _ -> new ArrayList<>())
                    .add(qual);
        }
        return filtered(build(order, root), List.copyOf(pending));
    }

    private JoinOrder.Member lateral(FromItem item) {
        Set<Integer> relations = Set.copyOf(FromPlanner.leaves(item));
        double rows = LateralJoins.rows(item, query, queries.planning().facts());
        return new JoinOrder.Member(null, item, relations, rows, LateralJoins.outside(item, query));
    }

    /// Where in the tree a qual with sublinks is tried.
    private JoinOrder.Tree place(JoinOrder order, JoinOrder.Tree root, Expr qual) {
        Set<Integer> reads = Quals.relations(qual);
        JoinOrder.Tree best = root;
        boolean early = ExprFacts.isVolatile(qual, queries.planning().facts());
        JoinOrder.Tree at = reads.isEmpty() ? null : root;
        while (at != null) {
            if (early || at.rows() <= best.rows()) {
                best = at;
            }
            JoinOrder.Tree left = at.left();
            JoinOrder.Tree right = at.right();
            boolean toLeft = left != null && order.covers(left, reads);
            at = toLeft ? left : right != null && order.covers(right, reads) ? right : null;
        }
        return best;
    }

    private LocalPart build(JoinOrder order, JoinOrder.Tree tree) {
        JoinOrder.Tree left = tree.left();
        JoinOrder.Tree right = tree.right();
        LocalPart joined = left == null || right == null
                ? Objects.requireNonNull(order.member(tree).part())
                : joined(order, left, right);
        for (Expr qual : sublinks.getOrDefault(tree, List.of())) {
            joined = tested(joined, qual);
        }
        return joined;
    }

    private LocalPart joined(JoinOrder order, JoinOrder.Tree left, JoinOrder.Tree right) {
        LocalPart outer = build(order, left);
        if (!right.isComplete()) {
            FromItem item = Objects.requireNonNull(order.member(right).item());
            LocalPart both = new LateralJoins(query, environment, queries, selectivity)
                    .join(JoinKind.INNER, outer, item, List.of(), wanted);
            return filtered(both, take(both.relations()));
        }
        LocalPart inner = build(order, right);
        Set<Integer> relations = new HashSet<>(outer.relations());
        relations.addAll(inner.relations());
        return joins.join(JoinType.INNER, outer, inner, take(relations), environment);
    }

    /// The rows for which a qual with sublinks holds.
    private LocalPart tested(LocalPart part, Expr qual) {
        LocalPart semi = joins.semiJoin(part, qual, query, environment);
        if (semi != null) {
            return semi;
        }
        Joins.Grouped grouped = joins.grouped(part, List.of(qual), query, environment);
        return filtered(grouped.part(), grouped.exprs());
    }

    /// The quals not yet tried that read nothing else.
    private List<Expr> take(Set<Integer> relations) {
        List<Expr> taken = new ArrayList<>();
        for (Expr qual : List.copyOf(pending)) {
            Set<Integer> reads = Quals.relations(qual);
            if (!reads.isEmpty() && relations.containsAll(reads)) {
                taken.add(qual);
                pending.remove(qual);
            }
        }
        return taken;
    }

    private LocalPart filtered(LocalPart part, List<Expr> quals) {
        return quals.isEmpty() ? part : queries.filter(part, quals, environment);
    }
}
