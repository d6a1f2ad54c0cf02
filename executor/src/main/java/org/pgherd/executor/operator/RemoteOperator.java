package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.shard.RemoteRows;
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
                : new MergedRows(new RowOrder(node.mergeOrder(), state), node.output());
    }

    @Override
    public void restart() {
        close();
        started = false;
        position = 0;
    }

    @Override
    public @Nullable Batch next() {
        if (!started) {
            started = true;
            start();
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
            RemoteRows rows =
                    transaction.use(shard, node.writes(), node.reader()).execute(statement, values, fetchSize);
            rows.bufferInto(() -> state.rowStore(shardColumns()), state.cancel()::check);
            responses.add(rows);
        }
        if (merge != null && responses.size() > 1) {
            List<MergedRows.Source> sources = new ArrayList<>();
            for (int i = 0; i < responses.size(); i++) {
                int index = i;
                sources.add(() -> read(index));
            }
            merge.start(sources);
        } else if (merge != null) {
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
        open.forEach(RemoteRows::close);
    }
}
