package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.RemoteCall;

/// Runs RemoteCall: a statement that is not planned, forwarded as it stands.
final class RemoteCallOperator implements Operator {
    private final RemoteCall node;
    private final Router router;
    private final ExecutionState state;
    private List<RemoteRows> responses = List.of();
    private boolean started;
    private int position;

    RemoteCallOperator(RemoteCall node, Router router, ExecutionState state) {
        this.node = node;
        this.router = router;
        this.state = state;
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
        while (position < responses.size()) {
            state.cancel().check();
            RemoteRows response = responses.get(position);
            Batch batch = response.next();
            if (batch == null) {
                if (position == 0 || !node.replicated()) {
                    state.commandTag(response.commandTag());
                }
                position++;
            } else if (position == 0 || !node.replicated()) {
                return batch;
            }
        }
        return null;
    }

    private void start() {
        HerdTransaction transaction = state.context().transaction();
        int[] shards = router.shards(new RowFrame(state), state.context().sharding(), transaction);
        transaction.open(Arrays.stream(shards).boxed().toList());
        SqlType[] types = node.output().stream().map(column -> column.type()).toArray(SqlType[]::new);
        ShardStatement statement = ShardStatement.once(
                node.sql(), new int[0], types, state.context().codecs());
        responses = new ArrayList<>();
        for (int shard : shards) {
            responses.add(transaction.use(shard, true).execute(statement));
        }
    }

    @Override
    public void close() {
        List<RemoteRows> open = responses;
        responses = List.of();
        position = 0;
        open.forEach(RemoteRows::close);
    }
}
