package org.pgherd.engine.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.vector.Batch;

/// Rows that were kept while other statements ran.
final class StoredRows implements StatementResult.Rows {
    private final List<ResultColumn> columns;
    private final RowStore store;
    private final String tag;
    private int next;

    private StoredRows(List<ResultColumn> columns, RowStore store, String tag) {
        this.columns = columns;
        this.store = store;
        this.tag = tag;
    }

    /// Reads all rows into the store.
    static StoredRows of(StatementResult.Rows rows, RowStore store) {
        for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
            store.add(batch);
        }
        return new StoredRows(rows.columns(), store, rows.tag());
    }

    @Override
    public List<ResultColumn> columns() {
        return columns;
    }

    @Override
    public @Nullable Batch next() {
        return next < store.batchCount() ? store.batch(next++) : null;
    }

    @Override
    public String tag() {
        return tag;
    }

    @Override
    public void close() {
        store.close();
    }
}
