package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.spill.BatchMemory;
import org.pgherd.semantics.vector.Batch;

/// Runs Memoize: results are remembered by the values of what the child depends on, as long as they are small and
/// there is memory; when it is used up, all are forgotten.
final class MemoizeOperator extends SingleChild {
    /// Rows of a result that is worth remembering.
    private static final int SMALL = 1024;

    private final ExecutionState state;
    private final PlanDependencies dependencies;
    private final Map<KeyValues.Tuple, List<Batch>> results = new LinkedHashMap<>();
    private long remembered;
    private List<Batch> current = new ArrayList<>();
    private int position;
    /// Whether all rows of the current result are kept; if not, more come from the child.
    private boolean complete;
    private boolean remembering;
    private KeyValues.@Nullable Tuple key;
    private int rows;

    MemoizeOperator(Operator child, PlanDependencies dependencies, ExecutionState state) {
        super(child);
        this.state = state;
        this.dependencies = dependencies;
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
        child.restart();
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
        Batch batch = child.next();
        if (batch == null) {
            complete = remembering;
            if (complete) {
                remember();
            }
            return null;
        }
        if (remembering) {
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
        child.close();
        forget();
        current = new ArrayList<>();
        key = null;
    }
}
