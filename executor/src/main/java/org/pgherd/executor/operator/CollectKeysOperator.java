package org.pgherd.executor.operator;

import it.unimi.dsi.fastutil.objects.ObjectArrayList;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.CollectKeys;

/// Runs CollectKeys.
final class CollectKeysOperator extends SingleChild {
    private static final long BYTES_PER_KEY = 48;

    private final CollectKeys node;
    private final ExecutionState state;
    private KeyTable seen;
    private final ObjectArrayList<Object> values = new ObjectArrayList<>();
    private boolean tooMany;
    private long reserved;

    CollectKeysOperator(CollectKeys node, Operator child, ExecutionState state) {
        super(child);
        this.node = node;
        this.state = state;
        this.seen = table();
    }

    private KeyTable table() {
        return new KeyTable(
                state.types(), node.output().get(node.column() - 1).type().withCollation(Collations.C));
    }

    @Override
    public void restart() {
        forget();
        tooMany = false;
        state.execParam(node.parameter(), null);
        super.restart();
    }

    private void forget() {
        state.memory().release(reserved);
        reserved = 0;
        seen = table();
        values.clear();
    }

    @Override
    public @Nullable Batch next() {
        Batch batch = child.next();
        if (batch != null) {
            collect(batch);
        } else if (!tooMany) {
            state.execParam(node.parameter(), PgArray.of(node.elementType(), values.toArray()));
            forget();
            tooMany = true;
        }
        return batch;
    }

    private void collect(Batch batch) {
        if (tooMany) {
            return;
        }
        Vector column = batch.columns()[node.column() - 1];
        Vector[] key = {column};
        for (int row = 0; row < batch.rowCount(); row++) {
            if (column.isNull(row)) {
                continue;
            }
            int number = seen.add(key, row);
            if (number == values.size()) {
                if (number == node.limit()) {
                    forget();
                    tooMany = true;
                    return;
                }
                values.add(column.boxed(row));
            }
        }
        long now = values.size() * BYTES_PER_KEY;
        state.memory().reserve(now - reserved);
        reserved = now;
    }

    @Override
    public void close() {
        forget();
        super.close();
    }
}
