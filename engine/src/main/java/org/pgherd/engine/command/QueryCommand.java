package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.PlannedQuery;
import org.pgherd.engine.session.QueryPlanner;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.Demand;
import org.pgherd.executor.ExecutionContext;
import org.pgherd.executor.PlanExecutor;
import org.pgherd.executor.ResultCursor;
import org.pgherd.executor.operator.NodeStatistics;
import org.pgherd.executor.shard.RemoteColumn;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.executor.transaction.TransactionOptions;
import org.pgherd.semantics.vector.Batch;

/// Runs planned queries.
public final class QueryCommand {
    private final SessionState session;
    private final QueryPlanner planner;
    private final java.util.function.Supplier<ExecutionContext> contexts;
    /// Of the cursor that is being opened.
    private @Nullable Demand demand;

    public QueryCommand(
            SessionState session, QueryPlanner planner, java.util.function.Supplier<ExecutionContext> contexts) {
        this.session = session;
        this.planner = planner;
        this.contexts = contexts;
    }

    /// Writes without RETURNING are done when this returns; rows are streamed.
    public StatementResult run(PlannedQuery query, @Nullable Object[] parameters) {
        return run(query, parameters, null);
    }

    /// Runs what opens a cursor.
    StatementResult asCursor(java.util.function.Supplier<StatementResult> opens) {
        demand = new Demand();
        try {
            return opens.get();
        } finally {
            demand = null;
        }
    }

    /// @param statistics collects what EXPLAIN ANALYZE shows, null for nothing
    StatementResult run(PlannedQuery planned, @Nullable Object[] parameters, @Nullable NodeStatistics statistics) {
        Demand cursors = session.transaction().isActive() ? demand : null;
        demand = null;
        session.transaction().requireNotFailed();
        PlannedQuery query = planner.forValues(planned, parameters);
        if (query.permanentWrite() != null && session.transaction().isReadOnly()) {
            throw new SqlException(
                    SqlState.READ_ONLY_SQL_TRANSACTION,
                    "cannot execute " + query.permanentWrite() + " in a read-only transaction");
        }
        if (query.steps() != null) {
            return steps(query, query.steps(), parameters);
        }
        boolean own = query.needsBlock() && session.transaction().beginImplicit(TransactionOptions.DEFAULT);
        boolean handedOn = false;
        try {
            ExecutionContext context =
                    cursors == null ? contexts.get() : contexts.get().of(cursors);
            ResultCursor cursor = PlanExecutor.execute(query.compiled(), parameters, context, statistics);
            QueryRows rows = new QueryRows(session, query, cursor, own, cursors);
            handedOn = true;
            if (query.returnsRows()) {
                return rows;
            }
            rows.readToEnd();
            return new StatementResult.Command(rows.tag());
        } finally {
            if (own && !handedOn) {
                session.transaction().endImplicit(false);
                session.transactionEnded(false);
            }
        }
    }

    /// What rules have made of a statement, in order; the rows of the answering one wait until all is done
    /// (PortalRunMulti and FillPortalStore of pquery.c).
    private StatementResult steps(PlannedQuery query, PlannedQuery.Steps steps, @Nullable Object[] parameters) {
        boolean own = session.transaction().beginImplicit(TransactionOptions.DEFAULT);
        boolean done = false;
        StatementResult answer = new StatementResult.Command(tag(query.plan().command(), 0));
        try {
            for (int i = 0; i < steps.queries().size(); i++) {
                PlannedQuery step = steps.queries().get(i);
                StatementResult[] result = new StatementResult[1];
                Runnable action = () -> result[0] = kept(run(step, parameters, null));
                if (steps.appliedHere().get(i)) {
                    session.connections().withoutRules(action);
                } else {
                    action.run();
                }
                if (i == steps.answering()) {
                    answer = result[0];
                } else {
                    result[0].close();
                }
            }
            done = true;
            return answer;
        } finally {
            if (own) {
                boolean committed = false;
                try {
                    session.transaction().endImplicit(done);
                    committed = done;
                } finally {
                    session.transactionEnded(committed);
                }
            }
        }
    }

    private StatementResult kept(StatementResult result) {
        if (!(result instanceof StatementResult.Rows rows)) {
            return result;
        }
        try (rows) {
            return StoredRows.of(rows, store(rows));
        }
    }

    private RowStore store(StatementResult.Rows rows) {
        return session.rowStore(rows.columns(), contexts.get().functions());
    }

    /// A statement that the catalog shard answers as it stands (SHOW, plain EXPLAIN of a utility statement).
    StatementResult forward(String sql, String tag) {
        List<ResultColumn> columns = new ArrayList<>();
        List<@Nullable Object[]> found = new ArrayList<>();
        ShardStatement statement = ShardStatement.once(sql, contexts.get().codecs());
        try (RemoteRows rows = session.catalogShard(true).execute(statement)) {
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                for (int row = 0; row < batch.rowCount(); row++) {
                    @Nullable Object[] values = new Object[batch.columns().length];
                    for (int column = 0; column < values.length; column++) {
                        values[column] = batch.columns()[column].boxed(row);
                    }
                    found.add(values);
                }
            }
            for (RemoteColumn column : rows.columns()) {
                columns.add(new ResultColumn(column.name(), column.type(), 0, 0, -1));
            }
        }
        return new MaterialRows(columns, found, tag);
    }

    static String tag(CommandType command, long count) {
        return switch (command) {
            case INSERT -> "INSERT 0 " + count;
            case UPDATE -> "UPDATE " + count;
            case DELETE -> "DELETE " + count;
            case MERGE -> "MERGE " + count;
            default -> "SELECT " + count;
        };
    }
}
