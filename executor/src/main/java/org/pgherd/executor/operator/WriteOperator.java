package org.pgherd.executor.operator;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlanReads;

/// The common part of the nodes by which the coordinator writes: all input is read and written before the first
/// row of RETURNING is passed on, as PostgreSQL does for data-modifying statements in WITH.
abstract class WriteOperator extends SingleChild {
    private static final String DATA_EXCEPTION = "22";

    final ExecutionState state;
    private final List<PlanColumn> output;
    private final boolean counts;
    private final boolean readsShards;
    private final RowStore returned;
    private final List<PlanColumn> inputColumns;
    private int nextReturned;
    private boolean done;

    /// @param input the child's plan: rows that come from shards are all read before the first is written there
    WriteOperator(Operator child, PlanNode input, List<PlanColumn> output, boolean counts, ExecutionState state) {
        super(child);
        this.readsShards = PlanReads.of(input).readsShards();
        this.inputColumns = input.output();
        this.output = output;
        this.returned = state.rowStore(output);
        this.counts = counts;
        this.state = state;
    }

    @Override
    public void restart() {
        returned.clear();
        nextReturned = 0;
        done = false;
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        if (!done) {
            done = true;
            if (readsShards) {
                writeAfterReading();
            } else {
                SqlException met = readAll(this::write);
                finish();
                raise(met);
            }
        }
        return nextReturned < returned.batchCount() ? returned.batch(nextReturned++) : null;
    }

    /// The statement must not see what it writes itself.
    private void writeAfterReading() {
        try (RowStore rows = state.rowStore(inputColumns)) {
            SqlException met = readAll(rows::add);
            child.close();
            writeAll(rows);
            finish();
            raise(met);
        }
    }

    /// Reads all rows, or up to one that could not be computed: those before it are written first, and what they fail
    /// with comes first.
    private @Nullable SqlException readAll(Consumer<Batch> take) {
        while (true) {
            state.cancel().check();
            Batch batch;
            try {
                batch = child.next();
            } catch (SqlException e) {
                if (e.state().code().startsWith(DATA_EXCEPTION)) {
                    return e;
                }
                throw e;
            }
            if (batch == null) {
                return null;
            }
            take.accept(batch);
        }
    }

    private static void raise(@Nullable SqlException met) {
        if (met != null) {
            throw met;
        }
    }

    /// Writes all rows that were read.
    void writeAll(RowStore rows) {
        for (int i = 0; i < rows.batchCount(); i++) {
            state.cancel().check();
            write(rows.batch(i));
        }
    }

    /// Writes some rows, or keeps them to be written with more.
    abstract void write(Batch batch);

    /// Writes what was kept.
    void finish() {}

    final void processed(long rows) {
        if (counts) {
            state.addProcessed(rows);
        }
    }

    final void returned(Batch batch) {
        if (!output.isEmpty()) {
            returned.add(batch);
        }
    }

    final SqlType[] outputTypes() {
        return output.stream().map(PlanColumn::type).toArray(SqlType[]::new);
    }

    final ShardStatement statement(String sql, int[] parameters, boolean prepared) {
        return prepared
                ? ShardStatement.prepared(
                        sql, parameters, outputTypes(), state.context().codecs())
                : ShardStatement.once(
                        sql, parameters, outputTypes(), state.context().codecs());
    }

    /// Reads a write's response: its rows and its count.
    final void take(RemoteRows response, boolean counted) {
        try (response) {
            for (Batch batch = response.next(); batch != null; batch = response.next()) {
                if (counted) {
                    returned(batch);
                }
            }
            if (counted) {
                processed(Math.max(response.affectedRows(), 0));
            }
        }
    }

    @Override
    public void close() {
        returned.clear();
        child.close();
    }
}
