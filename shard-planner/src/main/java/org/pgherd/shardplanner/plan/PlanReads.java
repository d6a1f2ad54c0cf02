package org.pgherd.shardplanner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Param;

/// What a plan, with all below it, reads: shards, and of what is around it EXEC parameters, WITH queries and the work
/// tables of recursions (extParam and allParam of plannodes.h).
public final class PlanReads {
    private final SortedSet<Integer> params = new TreeSet<>();
    private final List<Remote> reads = new ArrayList<>();
    private final Set<Integer> ctes = new TreeSet<>();
    private final Set<Integer> workTables = new TreeSet<>();
    private boolean remotes;

    private PlanReads() {}

    public static PlanReads of(PlanNode plan) {
        PlanReads reads = new PlanReads();
        reads.plan(plan);
        return reads;
    }

    public static PlanReads of(Expr expr) {
        PlanReads reads = new PlanReads();
        reads.expr(expr);
        return reads;
    }

    /// Numbers of EXEC parameters, in order.
    public SortedSet<Integer> parameters() {
        return params;
    }

    /// What is asked of shards.
    public List<Remote> remotes() {
        return reads;
    }

    /// Numbers of WITH queries.
    public Set<Integer> ctes() {
        return ctes;
    }

    public boolean readsWorkTables() {
        return !workTables.isEmpty();
    }

    /// Whether anything is read from shards.
    public boolean readsShards() {
        return remotes;
    }

    /// Whether nothing around the plan decides its rows.
    public boolean isAlone() {
        return params.isEmpty() && workTables.isEmpty() && ctes.isEmpty();
    }

    private void expr(@Nullable Expr expr) {
        if (expr == null) {
            return;
        }
        ExprWalk.forEach(expr, e -> {
            if (e instanceof Param p && p.kind() == Param.Kind.EXEC) {
                params.add(p.number());
            } else if (e instanceof SubPlanExpr sub) {
                expr(sub.test());
                inner(sub.plan(), sub.parameters());
            }
        });
    }

    private void exprs(List<? extends @Nullable Expr> list) {
        list.forEach(this::expr);
    }

    /// A plan below a node that sets some parameters itself.
    private void inner(PlanNode plan, List<Integer> set) {
        PlanReads below = new PlanReads();
        below.plan(plan);
        set.forEach(number -> below.params.remove(number));
        add(below);
    }

    private void add(PlanReads below) {
        params.addAll(below.params);
        workTables.addAll(below.workTables);
        ctes.addAll(below.ctes);
        remotes |= below.remotes;
        reads.addAll(below.reads);
    }

    private void plan(PlanNode node) {
        switch (node) {
            case Remote r -> {
                remotes = true;
                reads.add(r);
                exprs(r.parameters());
                routing(r.routing());
            }
            case RemoteCall r -> {
                remotes = true;
                routing(r.routing());
            }
            case Project p -> exprs(p.expressions());
            case Filter f -> exprs(f.quals());
            case Gate g -> exprs(g.quals());
            case RepartitionJoin j -> {
                for (HashKey key : j.keys()) {
                    expr(key.outer());
                    expr(key.inner());
                }
            }
            case HashJoin j -> {
                for (HashKey key : j.keys()) {
                    expr(key.outer());
                    expr(key.inner());
                }
                exprs(j.quals());
                List<Integer> set = new ArrayList<>();
                PlanNode below = j.inner();
                while (below instanceof CollectKeys keys) {
                    set.add(keys.parameter());
                    below = keys.child();
                }
                // the join sets these parameters itself
                plan(below);
                inner(j.outer(), set);
                return;
            }
            case NestedLoop n -> {
                exprs(n.quals());
                plan(n.outer());
                inner(n.inner(), n.parameters().stream().map(p -> p.parameter()).toList());
                return;
            }
            case Aggregate a -> {
                for (AggregateCall call : a.calls()) {
                    exprs(call.directArguments());
                    exprs(call.arguments());
                    expr(call.filter());
                }
            }
            case WindowAgg w -> {
                for (WindowCall call : w.calls()) {
                    exprs(call.arguments());
                    expr(call.filter());
                }
                expr(w.frame().startOffset());
                expr(w.frame().endOffset());
            }
            case TopN t -> {
                expr(t.count());
                expr(t.offset());
            }
            case Limit l -> {
                expr(l.count());
                expr(l.offset());
            }
            case Values v -> v.rows().forEach(this::exprs);
            case FunctionScan f -> {
                for (TableFunction function : f.functions()) {
                    expr(function.call());
                }
            }
            case ProjectSet p -> exprs(p.expressions());
            case AskShard a -> {
                for (AskCall call : a.calls()) {
                    exprs(call.arguments());
                }
            }
            case ShardInsert i -> exprs(i.suffixParameters());
            case WorkTableScan w -> workTables.add(w.workTable());
            case CteScan c -> ctes.add(c.cte());
            case RecursiveUnion u -> {
                PlanReads below = new PlanReads();
                u.children().forEach(below::plan);
                below.workTables.remove(u.workTable());
                add(below);
                return;
            }
            case With w -> {
                PlanReads below = new PlanReads();
                w.children().forEach(below::plan);
                w.definitions().forEach(definition -> below.ctes.remove(definition.id()));
                add(below);
                return;
            }
            case Sort _,
                    Distinct _,
                    Append _,
                    SetOp _,
                    Materialize _,
                    Memoize _,
                    CollectKeys _,
                    ShardUpdate _,
                    ShardDelete _,
                    ShardMerge _ -> {
                // nothing but their children
            }
        }
        node.children().forEach(this::plan);
    }

    private void routing(Routing routing) {
        switch (routing) {
            case Routing.ByKey k -> expr(k.key());
            case Routing.ByKeys k -> exprs(k.keys());
            case Routing.Owners k -> expr(k.keys());
            case Routing.AllShards _, Routing.Fixed _, Routing.AnyOne _ -> {
                // nothing to evaluate
            }
        }
    }
}
