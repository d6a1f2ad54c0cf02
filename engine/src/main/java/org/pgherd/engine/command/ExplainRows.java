package org.pgherd.engine.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.semantics.vector.Batch;

/// The lines with which a shard explained a statement.
record ExplainRows(StatementResult.Rows lines) implements StatementResult.Rows {
    @Override
    public List<ResultColumn> columns() {
        return lines.columns();
    }

    @Override
    public @Nullable Batch next() {
        return lines.next();
    }

    @Override
    public String tag() {
        return "EXPLAIN";
    }

    @Override
    public void close() {
        lines.close();
    }
}
