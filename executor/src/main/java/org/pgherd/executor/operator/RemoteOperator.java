package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.Demand;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.Remote;

/// Runs Remote. The statement goes to all shards before the first answer is read; then the shards are read one
/// after another (a full socket buffer holds back the others), or merged.
final class RemoteOperator implements Operator {
    private final Remote node;
    private final RemoteTemplate template;
    private final ExecutionState state;
    private final RowFrame frame;
    private final int fetchSize;
    private final boolean counts;
    private final boolean hasRecords;
    private final @Nullable MergedRows merge;
    private List<RemoteRows> responses = List.of();
    private boolean started;
    /// Whether it reads portals that were opened when a cursor was declared.
    private boolean portals;
    /// Whether no row was asked for yet.
    private boolean fresh;
    private boolean asked;
    /// What the shards compute when they are asked, in a cursor.
    private final Demand demand = new Demand();
    /// Whether rows are passed on as the cursor is read, and not all taken at once.
    private boolean stepwise;
    private int position;

    /// @param fetchSize rows that a shard computes ahead, 0 for all
    /// @param counts whether its rows processed are the statement's
    RemoteOperator(RemoteTemplate template, int fetchSize, boolean counts, ExecutionState state) {
        this.node = template.node();
        this.template = template;
        this.state = state;
        this.frame = new RowFrame(state);
        this.fetchSize = node.writes() ? 0 : fetchSize;
        this.counts = counts;
        this.hasRecords = NamedRecords.any(node.output());
        this.merge = node.mergeOrder().isEmpty()
                ? null
                : new MergedRows(
                        new RowOrder(node.mergeOrder(), state),
                        node.output(),
                        state.context().demand() == null ? null : demand);
    }

    /// Opens the portals of a cursor: its rows are those of now, whenever they are asked for.
    void open() {
        portals = true;
        start();
        responses.forEach(RemoteRows::awaitOpen);
        started = true;
        fresh = true;
    }

    RemoteOperator stepwise(boolean early) {
        stepwise = early;
        return this;
    }

    @Override
    public void restart() {
        if (fresh) {
            return;
        }
        close();
        portals = false;
        started = false;
        asked = false;
        position = 0;
    }

    @Override
    public @Nullable Batch next() {
        if (!started) {
            started = true;
            start();
        }
        Demand cursor = state.context().demand();
        if (cursor != null) {
            demand.expect(cursor, !stepwise);
        }
        if (!asked) {
            asked = true;
            fresh = false;
            ask();
        }
        if (merge != null) {
            return merge.next();
        }
        while (position < responses.size()) {
            Batch batch = read(position);
            if (batch != null) {
                return batch;
            }
            position++;
        }
        return null;
    }

    private void start() {
        int[] shards = template.router()
                .shards(frame, state.context().sharding(), state.context().transaction());
        if (shards.length == 0) {
            return;
        }
        HerdTransaction transaction = state.context().transaction();
        if (shards.length > 1) {
            transaction.open(Arrays.stream(shards).boxed().toList());
        }
        @Nullable Object[] values = template.values(frame);
        ShardStatement statement = template.statement(values);
        responses = new ArrayList<>(shards.length);
        for (int shard : shards) {
            ShardConnection connection = transaction.use(shard, node.writes(), node.reader());
            RemoteRows rows = portals
                    ? connection.open(statement, values, demand)
                    : connection.execute(statement, values, fetchSize);
            rows.bufferInto(() -> state.rowStore(shardColumns()), state.cancel()::check);
            responses.add(rows);
        }
    }

    /// The first rows, of all shards at once where all are needed.
    private void ask() {
        if (portals && (merge != null || demand.limit() == 0)) {
            responses.forEach(RemoteRows::request);
        }
        if (merge != null && responses.size() > 1) {
            List<MergedRows.Source> sources = new ArrayList<>();
            for (int i = 0; i < responses.size(); i++) {
                int index = i;
                sources.add(() -> read(index));
            }
            merge.start(sources);
        } else if (merge != null && responses.size() == 1) {
            merge.start(List.of(() -> read(0)));
        }
    }

    private List<PlanColumn> shardColumns() {
        List<PlanColumn> columns = node.output();
        return node.shardColumn() ? columns.subList(0, columns.size() - 1) : columns;
    }

    /// The next rows of one shard that are to be passed on.
    private @Nullable Batch read(int index) {
        RemoteRows response = responses.get(index);
        while (true) {
            state.cancel().check();
            long from = System.nanoTime();
            Batch batch = response.next();
            NodeStatistics statistics = state.statistics();
            if (statistics != null) {
                note(statistics.node(node).shard(response.shard()), response, batch, System.nanoTime() - from);
            }
            if (batch == null) {
                if (node.writes() && counts && (index == 0 || !node.replicated())) {
                    state.addProcessed(Math.max(response.affectedRows(), 0));
                }
                return null;
            }
            if (index == 0 || !node.replicated()) {
                Batch named = hasRecords ? NamedRecords.named(batch, shardColumns()) : batch;
                return node.shardColumn() ? withShard(named, response.shard()) : named;
            }
        }
    }

    private static void note(NodeStatistics.Shard statistics, RemoteRows response, @Nullable Batch batch, long nanos) {
        statistics.nanos += nanos;
        if (batch == null) {
            statistics.calls++;
            statistics.bytes += response.bytes();
        } else {
            statistics.rows += batch.rowCount();
        }
    }

    private static Batch withShard(Batch batch, int shard) {
        int[] numbers = new int[batch.rowCount()];
        Arrays.fill(numbers, shard);
        Vector[] columns = Arrays.copyOf(batch.columns(), batch.columnCount() + 1);
        columns[batch.columnCount()] = new IntVector(batch.rowCount(), numbers, null);
        return new Batch(batch.rowCount(), columns);
    }

    @Override
    public void close() {
        List<RemoteRows> open = responses;
        responses = List.of();
        position = 0;
        for (RemoteRows rows : open) {
            if (portals && rows.isFinished()) {
                // as long as the cursor is open its tables are in use
                state.onClose(rows);
            } else {
                rows.close();
            }
        }
    }
}
