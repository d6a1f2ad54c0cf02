package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.SubPlanRun;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// Runs a subquery of an expression. Without correlation it runs once and its rows are kept; with it, results are
/// remembered by the values of its parameters (nodeMemoize.c), as long as they are small.
final class SubPlanRunner implements SubPlanRun, AutoCloseable {
    /// Parameter values remembered.
    private static final int REMEMBERED = 4096;
    /// Rows of a result that is worth remembering.
    private static final int SMALL = 1024;

    private final ExecutionState state;
    private final PlanDependencies dependencies;
    private final Operator operator;
    private final Map<KeyValues.Tuple, List<Batch>> results = new LinkedHashMap<>();
    private List<Batch> current = new ArrayList<>();
    private int position;
    /// Whether `current` is complete; if not, more rows come from the operator.
    private boolean complete;
    private boolean remembering;
    private KeyValues.@Nullable Tuple key;
    private int rows;

    SubPlanRunner(SubPlanExpr plan, ExecutionState state) {
        this.state = state;
        this.dependencies = PlanDependencies.of(plan.plan(), state);
        this.operator = state.operator(plan.plan());
    }

    @Override
    public void restart() {
        position = 0;
        KeyValues.Tuple wanted = dependencies.current();
        if (wanted.equals(key) && (complete || remembering)) {
            return;
        }
        List<Batch> known = results.get(wanted);
        if (known != null) {
            current = known;
            complete = true;
            key = wanted;
            return;
        }
        key = wanted;
        current = new ArrayList<>();
        complete = false;
        remembering = true;
        rows = 0;
        operator.restart();
    }

    @Override
    public @Nullable Batch next() {
        if (position < current.size()) {
            return current.get(position++);
        }
        if (complete) {
            return null;
        }
        state.cancel().check();
        Batch batch = operator.next();
        if (batch == null) {
            complete = remembering;
            remember();
            return null;
        }
        if (remembering) {
            rows += batch.rowCount();
            // rows that depend on nothing are kept whatever they cost, within the statement's memory
            if (!dependencies.isEmpty() && rows > SMALL) {
                remembering = false;
                current.clear();
                position = 0;
            } else {
                state.memory().reserve(BatchMemory.of(batch));
                current.add(batch);
                position++;
            }
        }
        return batch;
    }

    private void remember() {
        KeyValues.Tuple found = key;
        if (complete && !dependencies.isEmpty() && found != null && results.size() < REMEMBERED) {
            results.put(found, current);
        }
    }

    @Override
    public void close() {
        operator.close();
        results.clear();
        current = new ArrayList<>();
    }
}
