package org.pgherd.executor.operator;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.ShardDelete;
import org.pgherd.shardplanner.plan.ShardInsert;
import org.pgherd.shardplanner.plan.ShardMerge;
import org.pgherd.shardplanner.plan.ShardUpdate;
import org.pgherd.shardplanner.plan.With;

/// A plan with what can be made of it before it runs: compiled expressions and the statements for shards.
/// Cached beside the plan; used by many executions at once.
public final class CompiledPlan {
    private final PlannedStatement plan;
    private final ValueCodecs codecs;
    private final ExpressionCompiler compiler = new ExpressionCompiler();
    private final Set<PlanNode> counting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Remote, RemoteTemplate> remotes = Collections.synchronizedMap(new IdentityHashMap<>());

    /// @param codecs as of the catalog the plan was made with
    public CompiledPlan(PlannedStatement plan, ValueCodecs codecs) {
        this.plan = plan;
        this.codecs = codecs;
        markCounting(plan.root());
    }

    /// The topmost writing nodes of the statement itself count its rows; those of WITH queries do not.
    private void markCounting(PlanNode node) {
        switch (node) {
            case Remote remote when remote.writes() -> counting.add(remote);
            case ShardInsert _, ShardUpdate _, ShardDelete _, ShardMerge _ -> counting.add(node);
            case With with -> markCounting(with.child());
            default -> node.children().forEach(this::markCounting);
        }
    }

    boolean counts(PlanNode node) {
        return counting.contains(node);
    }

    public PlannedStatement plan() {
        return plan;
    }

    /// Of an expression without Vars.
    public Evaluator compile(Expr expr) {
        return compiler.compile(expr);
    }

    ExpressionCompiler compiler() {
        return compiler;
    }

    public RemoteTemplate remote(Remote node) {
        RemoteTemplate known = remotes.get(node);
        if (known == null) {
            known = new RemoteTemplate(node, compiler, codecs);
            remotes.put(node, known);
        }
        return known;
    }
}
