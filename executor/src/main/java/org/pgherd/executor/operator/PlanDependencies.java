package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlanReads;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Remote;

/// What a plan's rows depend on beside the shards: as long as that stays, rows that are kept may be read again
/// (extParam and allParam of plannodes.h).
final class PlanDependencies {
    private final PlanReads reads;
    private final ExecutionState state;
    /// Those that may change: values of init plans and the like stay, and are not computed before they are needed.
    private int @Nullable [] varying;

    private PlanDependencies(PlanReads reads, ExecutionState state) {
        this.reads = reads;
        this.state = state;
    }

    static PlanDependencies of(PlanNode plan, ExecutionState state) {
        return new PlanDependencies(PlanReads.of(plan), state);
    }

    static PlanDependencies of(Expr expr, ExecutionState state) {
        return new PlanDependencies(PlanReads.of(expr), state);
    }

    /// What a statement reads from shards with nothing but what is known when it begins.
    static List<Remote> reads(PlannedStatement statement) {
        List<Remote> asked = new ArrayList<>(PlanReads.of(statement.root()).remotes());
        statement
                .initPlans()
                .forEach(plan -> asked.addAll(PlanReads.of(plan.plan()).remotes()));
        Set<Integer> known = new HashSet<>();
        statement.singleValues().forEach(value -> known.add(value.parameter()));
        List<Remote> reads = new ArrayList<>();
        for (Remote remote : asked) {
            if (!remote.writes() && known.containsAll(PlanReads.of(remote).parameters())) {
                reads.add(remote);
            }
        }
        return reads;
    }

    /// Equal as long as nothing has changed that the plan depends on.
    KeyValues.Tuple current() {
        int[] params = varying();
        @Nullable Object[] values = new Object[params.length + 1 + reads.ctes().size()];
        int at = 0;
        for (int param : params) {
            values[at++] = state.execParam(param);
        }
        values[at++] = reads.readsWorkTables() ? state.round() : null;
        for (int cte : reads.ctes()) {
            values[at++] = state.cte(cte).run();
        }
        return new KeyValues.Tuple(values);
    }

    private int[] varying() {
        int[] found = varying;
        if (found == null) {
            found = reads.parameters().stream()
                    .mapToInt(Integer::intValue)
                    .filter(param -> !state.isFixed(param))
                    .toArray();
            varying = found;
        }
        return found;
    }

    /// Whether no row of another plan decides anything.
    boolean isOfNoRow() {
        return varying().length == 0 && !reads.readsWorkTables();
    }

    /// Whether it is the same in all of the execution.
    boolean isEmpty() {
        return isOfNoRow() && reads.ctes().isEmpty();
    }
}
