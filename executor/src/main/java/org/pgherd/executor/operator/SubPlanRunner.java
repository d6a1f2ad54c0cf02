package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.SubPlanRun;
import org.pgherd.executor.spill.BatchMemory;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// Runs a subquery of an expression. Without correlation it runs once and its rows are kept; with it, results are
/// remembered by the values of its parameters (nodeMemoize.c), as long as they are small.
final class SubPlanRunner implements SubPlanRun, AutoCloseable {
    /// Rows of a result that is worth remembering.
    private static final int SMALL = 1024;

    private final ExecutionState state;
    private final PlanDependencies dependencies;
    private final Operator operator;
    /// The only result of a subquery that depends on nothing.
    private final @Nullable RowStore whole;

    private final Map<KeyValues.Tuple, List<Batch>> results = new LinkedHashMap<>();
    private long remembered;
    private List<Batch> current = new ArrayList<>();
    private int position;
    /// Whether all rows of the current result are kept; if not, more come from the operator.
    private boolean complete;
    private boolean remembering;
    private KeyValues.@Nullable Tuple key;
    private int rows;

    SubPlanRunner(SubPlanExpr plan, ExecutionState state) {
        this.state = state;
        this.dependencies = PlanDependencies.of(plan.plan(), state);
        this.operator = state.operator(plan.plan());
        this.whole = dependencies.isEmpty() ? state.rowStore(plan.plan().output()) : null;
    }

    @Override
    public void restart() {
        position = 0;
        KeyValues.Tuple wanted = dependencies.current();
        if (wanted.equals(key) && (complete || remembering)) {
            return;
        }
        List<Batch> known = results.get(wanted);
        key = wanted;
        if (known != null) {
            current = known;
            complete = true;
            return;
        }
        current = new ArrayList<>();
        complete = false;
        remembering = true;
        rows = 0;
        operator.restart();
    }

    @Override
    public @Nullable Batch next() {
        RowStore store = whole;
        int kept = store == null ? current.size() : store.batchCount();
        if (position < kept) {
            return store == null ? current.get(position++) : store.batch(position++);
        }
        if (complete) {
            return null;
        }
        state.cancel().check();
        Batch batch = operator.next();
        if (batch == null) {
            complete = remembering;
            if (store == null && complete) {
                remember();
            }
            return null;
        }
        if (store != null) {
            store.add(batch);
            position++;
        } else if (remembering) {
            keep(batch);
        }
        return batch;
    }

    private void keep(Batch batch) {
        rows += batch.rowCount();
        if (rows > SMALL) {
            remembering = false;
            current = new ArrayList<>();
            position = 0;
        } else {
            current.add(batch);
            position++;
        }
    }

    private void remember() {
        KeyValues.Tuple found = key;
        if (found == null) {
            return;
        }
        long bytes = 256;
        for (Batch batch : current) {
            bytes += BatchMemory.of(batch);
        }
        if (state.memory().isFull(remembered + bytes)) {
            forget();
        }
        state.memory().reserve(bytes);
        remembered += bytes;
        results.put(found, current);
    }

    private void forget() {
        results.clear();
        state.memory().release(remembered);
        remembered = 0;
    }

    @Override
    public void close() {
        operator.close();
        forget();
        current = new ArrayList<>();
    }
}
