package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.shard.CopyIn;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.executor.transaction.SessionConnections;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.RepartitionJoin;

/// Runs RepartitionJoin. Rows stream from the statement's connections through here into those of the join by binary
/// COPY; nothing of them is kept.
final class RepartitionJoinOperator implements Operator {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

    private final RepartitionJoin node;
    private final Operator outer;
    private final Operator inner;
    private final BatchExpression[] outerKeys;
    private final BatchExpression[] innerKeys;
    private final ExecutionState state;
    private final ShardStatement join;
    private @Nullable SessionConnections connections;
    private List<RemoteRows> responses = List.of();
    private boolean started;
    private int position;

    RepartitionJoinOperator(
            RepartitionJoin node,
            Operator outer,
            Operator inner,
            BatchExpression[] outerKeys,
            BatchExpression[] innerKeys,
            ExecutionState state) {
        this.node = node;
        this.outer = outer;
        this.inner = inner;
        this.outerKeys = outerKeys;
        this.innerKeys = innerKeys;
        this.state = state;
        SqlType[] types = node.output().stream().map(PlanColumn::type).toArray(SqlType[]::new);
        this.join = ShardStatement.once(
                node.sql(), new int[0], types, state.context().codecs());
    }

    @Override
    public void restart() {
        release();
        started = false;
        outer.restart();
        inner.restart();
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
            long from = System.nanoTime();
            Batch batch = response.next();
            note(response, batch, System.nanoTime() - from);
            if (batch != null) {
                return batch;
            }
            position++;
        }
        return null;
    }

    private void note(RemoteRows response, @Nullable Batch batch, long nanos) {
        NodeStatistics statistics = state.statistics();
        if (statistics == null) {
            return;
        }
        NodeStatistics.Shard shard = statistics.node(node).shard(response.shard());
        shard.nanos += nanos;
        if (batch == null) {
            shard.calls++;
            shard.bytes += response.bytes();
        } else {
            shard.rows += batch.rowCount();
        }
    }

    private void start() {
        int[] shards = WriteTargets.all(state);
        SessionConnections own = state.context().transaction().separate();
        connections = own;
        state.cancel().onCancel(own::cancel);
        own.open(Arrays.stream(shards).boxed().toList());
        for (int shard : shards) {
            own.get(shard).queue("BEGIN");
            own.get(shard).queue(table(RepartitionJoin.OUTER_TABLE, "o", node.outerTypes()));
            own.get(shard).queue(table(RepartitionJoin.INNER_TABLE, "i", node.innerTypes()));
        }
        boolean keepsOuter =
                node.kind() == JoinKind.LEFT || node.kind() == JoinKind.FULL || node.kind() == JoinKind.ANTI;
        boolean keepsInner = node.kind() == JoinKind.RIGHT || node.kind() == JoinKind.FULL;
        deal(inner, node.inner().output(), innerKeys, keepsInner, RepartitionJoin.INNER_TABLE, shards, own);
        deal(outer, node.outer().output(), outerKeys, keepsOuter, RepartitionJoin.OUTER_TABLE, shards, own);
        responses = new ArrayList<>();
        for (int shard : shards) {
            responses.add(own.get(shard).execute(join));
        }
    }

    private static String table(String name, String prefix, List<String> types) {
        StringBuilder sql = new StringBuilder("CREATE TEMP TABLE ").append(name).append(" (");
        for (int i = 0; i < types.size(); i++) {
            sql.append(i == 0 ? "" : ", ")
                    .append(prefix)
                    .append(i + 1)
                    .append(' ')
                    .append(types.get(i));
        }
        return sql.append(") ON COMMIT DROP").toString();
    }

    /// Each row to the shard that its key's hash says.
    private void deal(
            Operator input,
            List<PlanColumn> columns,
            BatchExpression[] keys,
            boolean keepsNullKeys,
            String table,
            int[] shards,
            SessionConnections own) {
        KeyColumn[] hashes = new KeyColumn[keys.length];
        for (int i = 0; i < keys.length; i++) {
            HashKey key = node.keys().get(i);
            hashes[i] = KeyColumn.of(key.inner().type().withCollation(key.collation()), state.types());
        }
        TypeCodec[] codecs = new TypeCodec[columns.size()];
        for (int i = 0; i < codecs.length; i++) {
            codecs[i] = state.codec(columns.get(i).type().oid());
        }
        RowFrame frame = new RowFrame(state);
        CopyIn[] copies = new CopyIn[shards.length];
        try {
            for (int i = 0; i < shards.length; i++) {
                copies[i] = own.get(shards[i]).copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
                copies[i].write(HEADER, 0, HEADER.length);
            }
            ByteSink line = new ByteSink();
            for (Batch batch = input.next(); batch != null; batch = input.next()) {
                state.cancel().check();
                Vector[] values = new Vector[keys.length];
                for (int i = 0; i < keys.length; i++) {
                    values[i] = keys[i].evaluate(frame, batch);
                }
                for (int row = 0; row < batch.rowCount(); row++) {
                    int hash = hash(values, hashes, row);
                    if (hash == NULL_KEY && !keepsNullKeys) {
                        continue;
                    }
                    encode(batch, row, codecs, line);
                    copies[Math.floorMod(hash, shards.length)].write(line.bytes(), 0, line.length());
                }
            }
            for (CopyIn copy : copies) {
                copy.write(TRAILER, 0, TRAILER.length);
                long ignored = copy.end();
            }
        } finally {
            for (CopyIn copy : copies) {
                if (copy != null) {
                    copy.close();
                }
            }
        }
    }

    private static final int NULL_KEY = 0;

    private static int hash(Vector[] values, KeyColumn[] hashes, int row) {
        int hash = 1;
        for (int i = 0; i < values.length; i++) {
            if (values[i].isNull(row)) {
                return NULL_KEY;
            }
            hash = hash * 31 + hashes[i].hash(values[i], row);
        }
        return hash == NULL_KEY ? 1 : hash;
    }

    private static void encode(Batch batch, int row, TypeCodec[] codecs, ByteSink line) {
        line.truncate(0);
        line.putShort(codecs.length);
        for (int i = 0; i < codecs.length; i++) {
            Vector column = batch.column(i);
            if (column.isNull(row)) {
                line.putInt(-1);
                continue;
            }
            int at = line.length();
            line.putInt(0);
            codecs[i].encodeBinary(column, row, line);
            line.setInt(at, line.length() - at - 4);
        }
    }

    private void release() {
        List<RemoteRows> open = responses;
        responses = List.of();
        position = 0;
        open.forEach(RemoteRows::close);
        SessionConnections own = connections;
        connections = null;
        if (own != null) {
            own.close();
        }
    }

    @Override
    public void close() {
        release();
        outer.close();
        inner.close();
    }
}
