package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteNamedTuplestore;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.cost.Selectivity;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.plan.Values;

/// FROM and WHERE -> one [Part]. Joins whose sides the shards have together become part of one SQL statement,
/// the rest is joined here, smallest first.
final class FromPlanner {
    private final Query query;
    private final Environment environment;
    private final Planning planning;
    private final QueryPlanner queries;
    private final Joins joins;
    private final Selectivity selectivity;
    private final String notHigher;
    private final FromEntries entries;
    private final RemoteJoins remotes;
    private final OuterJoins outerJoins;

    FromPlanner(Query query, Environment environment, QueryPlanner queries, String notHigher) {
        this.query = query;
        this.environment = environment;
        this.queries = queries;
        this.planning = queries.planning();
        this.notHigher = notHigher;
        this.selectivity = new Selectivity(query, planning.facts());
        this.joins = new Joins(
                query, planning, queries, selectivity, query.rowMarks().isEmpty());
        this.entries = new FromEntries(query, environment, queries);
        this.remotes = new RemoteJoins(environment, planning, selectivity);
        this.outerJoins = new OuterJoins(query, environment, queries, this, joins, selectivity);
    }

    /// @param above expressions that will be evaluated over the part: it must have their columns
    Part plan(List<Expr> above) {
        Equalities equal = environment.locality().scope(query);
        List<Expr> quals = new ArrayList<>();
        for (Expr qual : Equalities.conjuncts(query.jointree().quals())) {
            Expr single = SingleValuedSubLinks.in(qual, queries, environment);
            quals.add(single);
            equal = single == qual ? equal : equal.with(single);
        }
        return group(query.jointree().fromList(), quals, equal, above);
    }

    /// An item without the others of its query.
    LocalPart alone(FromItem item, List<Expr> above) {
        return item instanceof RangeTblRef ref
                ? entries.called(ref.rtindex())
                : local(item(item, environment.locality().scope(query), new ArrayList<>(), above), above);
    }

    /// An inner join of items under quals.
    Part group(List<FromItem> items, List<Expr> quals, Equalities equal, List<Expr> above) {
        List<FromItem> flat = new ArrayList<>();
        List<Expr> conjuncts = new ArrayList<>(quals);
        items.forEach(item -> flatten(item, flat, conjuncts));
        if (flat.isEmpty()) {
            return filtered(new LocalPart(Set.of(), Values.oneRow(), List.of(), 1), conjuncts);
        }
        List<Part> parts = new ArrayList<>();
        List<FromItem> laterals = new ArrayList<>();
        List<Expr> wanted = new ArrayList<>(above);
        wanted.addAll(conjuncts);
        flat.forEach(item -> lateralReads(item, wanted));
        for (FromItem item : flat) {
            if (!LateralJoins.outside(item, query).isEmpty()) {
                laterals.add(item);
            } else {
                parts.add(item(item, equal, conjuncts, wanted));
            }
        }
        List<Expr> pending = new ArrayList<>(conjuncts);
        remotes.merge(parts, pending, equal);
        List<Expr> gates = parts.size() + laterals.size() > 1
                ? pending.stream().filter(queries::isOneTime).toList()
                : List.of();
        pending.removeAll(gates);
        remotes.pushDown(parts, pending, equal);
        if (parts.size() == 1 && pending.isEmpty() && laterals.isEmpty()) {
            return parts.getFirst();
        }
        Part joined = joinHere(parts, pending, laterals, above);
        return gates.isEmpty() ? joined : filtered(local(joined, above), gates);
    }

    private static void flatten(FromItem item, List<FromItem> flat, List<Expr> conjuncts) {
        switch (item) {
            case RangeTblRef _ -> flat.add(item);
            case FromExpr from -> {
                conjuncts.addAll(Equalities.conjuncts(from.quals()));
                from.fromList().forEach(child -> flatten(child, flat, conjuncts));
            }
            case JoinExpr join -> {
                if (join.joinType() == JoinType.INNER) {
                    conjuncts.addAll(Equalities.conjuncts(join.quals()));
                    flatten(join.left(), flat, conjuncts);
                    flatten(join.right(), flat, conjuncts);
                } else {
                    flat.add(join);
                }
            }
        }
    }

    /// Columns that LATERAL items read of their siblings.
    void lateralReads(FromItem item, List<Expr> wanted) {
        for (int rtindex : leaves(item)) {
            RangeTblEntry entry = query.rte(rtindex);
            if (entry.lateral()) {
                wanted.addAll(reads(entry));
            }
        }
    }

    /// Columns of this level that a range table entry reads.
    static List<Var> reads(RangeTblEntry entry) {
        List<Var> list = new ArrayList<>();
        switch (entry) {
            case RteSubquery sub -> list.addAll(Quals.outerVars(sub.query()));
            case RteFunction f -> f.functions().forEach(function -> list.addAll(Quals.vars(function.expr())));
            case RteValues v -> v.lists().forEach(row -> row.forEach(expr -> list.addAll(Quals.vars(expr))));
            case RteRelation _, RteJoin _, RteCte _, RteNamedTuplestore _, RteResult _ -> {}
        }
        return list;
    }

    static List<Integer> leaves(FromItem item) {
        return switch (item) {
            case RangeTblRef ref -> List.of(ref.rtindex());
            case FromExpr from -> {
                List<Integer> all = new ArrayList<>();
                from.fromList().forEach(child -> all.addAll(leaves(child)));
                yield all;
            }
            case JoinExpr join -> {
                List<Integer> all = new ArrayList<>(leaves(join.left()));
                all.addAll(leaves(join.right()));
                yield all;
            }
        };
    }

    private Part item(FromItem item, Equalities equal, List<Expr> conjuncts, List<Expr> above) {
        return switch (item) {
            case RangeTblRef ref -> entries.leaf(ref.rtindex(), equal);
            case FromExpr from -> group(from.fromList(), Equalities.conjuncts(from.quals()), equal, above);
            case JoinExpr join -> outerJoins.join(join, equal, conjuncts, above);
        };
    }

    private Part joinHere(List<Part> parts, List<Expr> pending, List<FromItem> laterals, List<Expr> above) {
        List<Expr> wanted = new ArrayList<>(above);
        wanted.addAll(pending);
        laterals.forEach(item -> lateralReads(item, wanted));
        List<LocalPart> here = parts.stream().map(part -> local(part, wanted)).toList();
        return new LocalJoins(query, environment, queries, joins, selectivity).join(here, laterals, pending, wanted);
    }

    private Part filtered(LocalPart part, List<Expr> quals) {
        return quals.isEmpty() ? part : queries.filter(part, quals, environment);
    }

    /// The part and expressions over it, subqueries that can be grouped joined to it.
    Joins.Grouped grouped(LocalPart part, List<Expr> exprs) {
        return joins.grouped(part, exprs, query, environment);
    }

    /// The part as a node that has the columns that `above` reads of it.
    LocalPart local(Part part, List<Expr> above) {
        return switch (part) {
            case LocalPart local -> local;
            case RemotePart remote -> Remotes.part(remote, outputs(remote, above), query, planning, notHigher);
        };
    }

    /// The columns that are read, and the calls that only a shard can compute.
    private List<Expr> outputs(RemotePart part, List<Expr> above) {
        List<Expr> outputs = new ArrayList<>();
        for (Expr expr : above) {
            for (Expr call : OnlyOnShards.in(expr, part, planning)) {
                if (!outputs.contains(call)) {
                    outputs.add(call);
                }
            }
            for (Var var : Quals.vars(expr)) {
                if (part.relations().contains(var.varno()) && !outputs.contains(var)) {
                    outputs.add(var);
                }
            }
        }
        return outputs;
    }
}
