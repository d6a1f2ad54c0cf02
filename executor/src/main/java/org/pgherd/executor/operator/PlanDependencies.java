package org.pgherd.executor.operator;

import it.unimi.dsi.fastutil.ints.IntRBTreeSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Param;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.Append;
import org.pgherd.shardplanner.plan.AskCall;
import org.pgherd.shardplanner.plan.AskShard;
import org.pgherd.shardplanner.plan.CollectKeys;
import org.pgherd.shardplanner.plan.CteScan;
import org.pgherd.shardplanner.plan.Distinct;
import org.pgherd.shardplanner.plan.Filter;
import org.pgherd.shardplanner.plan.FunctionScan;
import org.pgherd.shardplanner.plan.Gate;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.Limit;
import org.pgherd.shardplanner.plan.Materialize;
import org.pgherd.shardplanner.plan.Memoize;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Project;
import org.pgherd.shardplanner.plan.ProjectSet;
import org.pgherd.shardplanner.plan.RecursiveUnion;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.RemoteCall;
import org.pgherd.shardplanner.plan.RepartitionJoin;
import org.pgherd.shardplanner.plan.Routing;
import org.pgherd.shardplanner.plan.SetOp;
import org.pgherd.shardplanner.plan.ShardDelete;
import org.pgherd.shardplanner.plan.ShardInsert;
import org.pgherd.shardplanner.plan.ShardMerge;
import org.pgherd.shardplanner.plan.ShardUpdate;
import org.pgherd.shardplanner.plan.Sort;
import org.pgherd.shardplanner.plan.SubPlanExpr;
import org.pgherd.shardplanner.plan.TableFunction;
import org.pgherd.shardplanner.plan.TopN;
import org.pgherd.shardplanner.plan.Values;
import org.pgherd.shardplanner.plan.WindowAgg;
import org.pgherd.shardplanner.plan.WindowCall;
import org.pgherd.shardplanner.plan.With;
import org.pgherd.shardplanner.plan.WorkTableScan;

/// What a plan's rows depend on beside the shards: as long as that stays, rows that are kept may be read again
/// (extParam and allParam of plannodes.h).
final class PlanDependencies {
    private final int[] execParams;
    private final boolean workTables;
    private final ExecutionState state;

    private PlanDependencies(IntRBTreeSet execParams, boolean workTables, ExecutionState state) {
        this.execParams = execParams.toIntArray();
        this.workTables = workTables;
        this.state = state;
    }

    static PlanDependencies of(PlanNode plan, ExecutionState state) {
        Collector collector = new Collector();
        collector.plan(plan);
        return new PlanDependencies(collector.params, collector.workTables, state);
    }

    static PlanDependencies of(Expr expr, ExecutionState state) {
        Collector collector = new Collector();
        collector.expr(expr);
        return new PlanDependencies(collector.params, collector.workTables, state);
    }

    /// Whether a plan reads from shards at any depth.
    static boolean readsShards(PlanNode plan) {
        Collector collector = new Collector();
        collector.plan(plan);
        return collector.remotes;
    }

    /// What a statement reads from shards with nothing but what is known when it begins.
    static List<Remote> reads(PlannedStatement statement) {
        Collector collector = new Collector();
        collector.plan(statement.root());
        statement.initPlans().forEach(initPlan -> collector.plan(initPlan.plan()));
        Set<Integer> known = new HashSet<>();
        statement.singleValues().forEach(value -> known.add(value.parameter()));
        List<Remote> reads = new ArrayList<>();
        for (Remote remote : collector.reads) {
            Collector own = new Collector();
            own.plan(remote);
            if (!remote.writes() && known.containsAll(own.params)) {
                reads.add(remote);
            }
        }
        return reads;
    }

    /// Equal as long as nothing has changed that the plan depends on.
    KeyValues.Tuple current() {
        @Nullable Object[] values = new Object[execParams.length + 1];
        for (int i = 0; i < execParams.length; i++) {
            values[i] = state.execParam(execParams[i]);
        }
        values[execParams.length] = workTables ? state.round() : null;
        return new KeyValues.Tuple(values);
    }

    boolean isEmpty() {
        return execParams.length == 0 && !workTables;
    }

    private static final class Collector {
        final IntRBTreeSet params = new IntRBTreeSet();
        final List<Remote> reads = new ArrayList<>();
        boolean workTables;
        boolean remotes;

        void expr(@Nullable Expr expr) {
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

        void exprs(List<? extends @Nullable Expr> list) {
            list.forEach(this::expr);
        }

        /// A plan below a node that sets some parameters itself.
        private void inner(PlanNode plan, List<Integer> set) {
            Collector below = new Collector();
            below.plan(plan);
            set.forEach(number -> below.params.remove((int) number));
            params.addAll(below.params);
            workTables |= below.workTables;
            remotes |= below.remotes;
            reads.addAll(below.reads);
        }

        void plan(PlanNode node) {
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
                    inner(
                            n.inner(),
                            n.parameters().stream().map(p -> p.parameter()).toList());
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
                case WorkTableScan _ -> workTables = true;
                case Sort _,
                        Distinct _,
                        Append _,
                        SetOp _,
                        RecursiveUnion _,
                        With _,
                        CteScan _,
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
}
