package org.pgherd.engine.routine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.StatementResult;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.Result;
import org.pgherd.semantics.vector.Batch;

/// A statement's result as a routine reads it, row by row.
final class RowsResult implements Result {
    private final StatementResult result;
    private final List<PreparedStatement.Column> columns;
    private @Nullable Batch batch;
    private int row = -1;
    private String tag = "";

    RowsResult(StatementResult result, List<PreparedStatement.Column> columns) {
        this.result = result;
        this.columns = columns;
        if (result instanceof StatementResult.Command command) {
            tag = command.tag();
        }
    }

    @Override
    public boolean next() {
        if (!(result instanceof StatementResult.Rows rows)) {
            return false;
        }
        Batch current = batch;
        if (current != null && row + 1 < current.rowCount()) {
            row++;
            return true;
        }
        batch = rows.next();
        row = 0;
        if (batch == null) {
            tag = rows.tag();
            return false;
        }
        return true;
    }

    @Override
    public @Nullable Object get(int column) {
        Batch current = batch;
        if (current == null) {
            throw new AssertionError("no row");
        }
        return current.columns()[column].boxed(row);
    }

    @Override
    public List<PreparedStatement.Column> columns() {
        return columns;
    }

    @Override
    public long processed() {
        // commands that process no rows have a tag of words only, such as CREATE TABLE
        String last = tag.substring(tag.lastIndexOf(' ') + 1);
        return !last.isEmpty() && Character.isDigit(last.charAt(0)) ? Long.parseLong(last) : 0;
    }

    @Override
    public String commandTag() {
        return tag;
    }

    @Override
    public void close() {
        result.close();
        if (result instanceof StatementResult.Rows rows && tag.isEmpty()) {
            tag = rows.tag();
        }
    }
}
