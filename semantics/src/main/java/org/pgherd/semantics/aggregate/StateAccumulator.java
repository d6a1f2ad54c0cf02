package org.pgherd.semantics.aggregate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// States that are objects, made when a group gets its first value.
abstract class StateAccumulator<S> implements GroupedAccumulator {
    private static final int STATE_BYTES = 64;

    private @Nullable Object[] states = new Object[16];
    private int created;
    /// Bytes that states hold beside themselves.
    private long held;

    protected abstract S create();

    /// Into a state that is there; called for every row.
    protected abstract void accumulate(S state, Vector[] arguments, int row);

    /// Whether the row counts at all; if not, it does not make a state.
    protected boolean accepts(Vector[] arguments, int row) {
        for (Vector argument : arguments) {
            if (argument.isNull(row)) {
                return false;
            }
        }
        return true;
    }

    /// The final value, null for NULL.
    protected abstract @Nullable Object result(S state);

    /// Of a group that never got a value.
    protected @Nullable Object emptyResult() {
        return null;
    }

    @SuppressWarnings("unchecked")
    protected final S state(int group) {
        Object state = states[group];
        if (state == null) {
            state = create();
            states[group] = state;
            created++;
        }
        return (S) state;
    }

    protected final void hold(long bytes) {
        held += bytes;
    }

    @Override
    public void ensureGroups(int count) {
        if (count > states.length) {
            states = Arrays.copyOf(states, Math.max(count, states.length * 2));
        }
    }

    @Override
    public void reset(int group) {
        if (states[group] != null) {
            states[group] = null;
            created--;
        }
    }

    @Override
    public void add(int group, Vector[] arguments, int row) {
        if (accepts(arguments, row)) {
            accumulate(state(group), arguments, row);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void finish(int group, VectorBuilder out) {
        Object state = states[group];
        out.appendBoxed(state == null ? emptyResult() : result((S) state));
    }

    @Override
    public long memory() {
        return states.length * 8L + created * (long) STATE_BYTES + held;
    }
}
