package org.pgherd.engine.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.PlannedQuery;
import org.pgherd.engine.session.SessionState;
import org.pgherd.executor.Demand;
import org.pgherd.executor.ResultCursor;
import org.pgherd.semantics.vector.Batch;

/// The rows of a running query. A failure while they are read fails the transaction like one before; the end
/// commits the
/// transaction that the statement had for itself.
final class QueryRows implements StatementResult.Rows {
    private final SessionState session;
    private final PlannedQuery query;
    private final ResultCursor cursor;
    private final @Nullable Demand demand;
    private boolean ownBlock;
    private boolean ended;
    private long returned;

    /// @param demand of a cursor, that is to know how many rows are wanted
    QueryRows(
            SessionState session, PlannedQuery query, ResultCursor cursor, boolean ownBlock, @Nullable Demand demand) {
        this.session = session;
        this.query = query;
        this.cursor = cursor;
        this.ownBlock = ownBlock;
        this.demand = demand;
    }

    /// So many rows will be taken before the client does anything else.
    void expect(long count) {
        if (demand != null) {
            demand.expect(count);
        }
    }

    @Override
    public List<ResultColumn> columns() {
        return query.columns();
    }

    @Override
    public @Nullable Batch next() {
        if (ended) {
            return null;
        }
        boolean good = false;
        try {
            Batch batch = cursor.next();
            if (batch == null) {
                finish();
            } else {
                returned += batch.rowCount();
            }
            good = true;
            return batch;
        } finally {
            if (!good) {
                abandon();
            }
        }
    }

    void readToEnd() {
        while (next() != null) {
            // rows of a statement that returns none to the client
        }
    }

    private void finish() {
        ended = true;
        cursor.close();
        if (query.settingsMayChange()) {
            session.settingsChanged();
        }
        if (ownBlock) {
            ownBlock = false;
            boolean committed = false;
            try {
                session.transaction().endImplicit(true);
                committed = true;
            } finally {
                session.transactionEnded(committed);
            }
        }
    }

    private void abandon() {
        ended = true;
        cursor.close();
        if (ownBlock) {
            ownBlock = false;
            session.transaction().endImplicit(false);
            session.transactionEnded(false);
        } else {
            session.transaction().fail();
        }
    }

    @Override
    public String tag() {
        CommandType command = query.plan().command();
        return QueryCommand.tag(command, command == CommandType.SELECT ? returned : cursor.processed());
    }

    /// Leaving early is no failure: a write has to go on to its end all the same, a read is over.
    @Override
    public void close() {
        if (ended) {
            return;
        }
        if (query.plan().writes()) {
            readToEnd();
        } else {
            finish();
        }
    }
}
