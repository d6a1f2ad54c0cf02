package org.pgherd.engine.copy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.HashRange;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.CopyStmt;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.hash.ShardingHash;

/// COPY .. FROM STDIN: rows go to the shard that owns their key, or all of the stream to each of some shards.
public final class ShardCopyIn implements StatementResult.CopyIn {
    private static final byte[] BINARY_TRAILER = {-1, -1};

    private final SessionState session;
    private final CopyFormat format;
    private final int columns;
    private final boolean ownBlock;
    private final Map<Integer, org.pgherd.executor.shard.CopyIn> streams = new LinkedHashMap<>();
    private final @Nullable FieldCutter cutter;
    private final @Nullable KeyRouter router;
    private boolean begun;
    private boolean ended;

    private ShardCopyIn(
            SessionState session,
            List<Integer> shards,
            String sql,
            CopyFormat format,
            int columns,
            boolean ownBlock,
            @Nullable FieldCutter cutter,
            @Nullable KeyRouter router) {
        this.session = session;
        this.format = format;
        this.columns = columns;
        this.ownBlock = ownBlock;
        this.cutter = cutter;
        this.router = router;
        session.transaction().open(shards);
        for (int shard : shards) {
            streams.put(shard, session.transaction().use(shard, true).copyIn(sql));
        }
    }

    /// The whole stream to each of `shards`.
    public static ShardCopyIn whole(
            SessionState session, List<Integer> shards, String sql, CopyFormat format, int columns, boolean ownBlock) {
        return new ShardCopyIn(session, shards, sql, format, columns, ownBlock, null, null);
    }

    /// Each row to the owner of its key.
    public static ShardCopyIn split(
            SessionState session,
            FunctionContext functions,
            CopyStmt copy,
            Relation table,
            Distribution.Hash hash,
            String sql,
            CopyFormat format,
            boolean ownBlock) {
        Column key = table.column(hash.attnum());
        List<String> names = new ArrayList<>(copy.attlist());
        if (names.isEmpty()) {
            table.columns().stream()
                    .filter(c -> !c.dropped() && !c.isGenerated())
                    .forEach(c -> names.add(c.name()));
        }
        int field = names.indexOf(key.name());
        if (field < 0 && key.defaultExpr() != null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "COPY into sharded table \"" + table.name() + "\" must contain its shard key \"" + key.name()
                            + "\"",
                    copy.at());
        }
        List<Integer> shards = new ArrayList<>();
        for (HashRange range : hash.group().ranges()) {
            if (!shards.contains(range.shard())) {
                shards.add(range.shard());
            }
        }
        TypeCodec codec = Codecs.forType(key.type().oid(), session.view());
        KeyRouter router = new KeyRouter(hash.group(), key, codec, functions, format.binary());
        return new ShardCopyIn(
                session,
                shards,
                sql,
                format,
                names.size(),
                ownBlock,
                FieldCutter.of(format, field < 0 ? Integer.MAX_VALUE : field),
                router);
    }

    /// From the bytes of a key to its shard.
    private record KeyRouter(
            ColocationGroup group, Column key, TypeCodec codec, FunctionContext functions, boolean binary) {
        int shard(byte @Nullable [] bytes) {
            if (bytes == null) {
                return group.shardOf(0);
            }
            Object value = binary
                    ? codec.decodeBinary(bytes, 0, bytes.length)
                    : codec.decodeText(
                            new String(bytes, StandardCharsets.UTF_8),
                            key.type().typmod(),
                            functions);
            return group.shardOf(ShardingHash.of(key.type().oid(), value));
        }
    }

    @Override
    public boolean binary() {
        return format.binary();
    }

    @Override
    public int columnCount() {
        return columns;
    }

    @Override
    public void write(byte[] data, int offset, int length) {
        guarded(() -> {
            FieldCutter cut = cutter;
            if (cut == null) {
                streams.values().forEach(stream -> stream.write(data, offset, length));
            } else {
                cut.write(data, offset, length, sink());
            }
        });
    }

    private FieldCutter.RowSink sink() {
        KeyRouter keys = router;
        if (keys == null) {
            throw new AssertionError("no router");
        }
        return new FieldCutter.RowSink() {
            @Override
            public void row(byte[] bytes, int from, int to, byte @Nullable [] key) {
                begun = true;
                org.pgherd.executor.shard.CopyIn stream = streams.get(keys.shard(key));
                if (stream == null) {
                    throw new AssertionError("no stream to a shard of the group");
                }
                stream.write(bytes, from, to - from);
                if (!format.binary() && bytes[to - 1] != '\n') {
                    stream.write(new byte[] {'\n'}, 0, 1);
                }
            }

            @Override
            public void control(byte[] bytes, int from, int to) {
                if (!begun) {
                    begun = true;
                    streams.values().forEach(stream -> stream.write(bytes, from, to - from));
                }
            }
        };
    }

    @Override
    public String finish() {
        long[] rows = {0};
        guarded(() -> {
            FieldCutter cut = cutter;
            if (cut != null) {
                cut.end(sink());
                if (format.binary()) {
                    streams.values().forEach(stream -> stream.write(BINARY_TRAILER, 0, 2));
                }
            }
            for (org.pgherd.executor.shard.CopyIn stream : streams.values()) {
                long count = stream.end();
                rows[0] = cut == null ? count : rows[0] + count;
            }
        });
        ended = true;
        if (ownBlock) {
            boolean committed = false;
            try {
                session.transaction().endImplicit(true);
                committed = true;
            } finally {
                session.transactionEnded(committed);
            }
        }
        return "COPY " + rows[0];
    }

    /// Any failure ends the COPY on all shards.
    private void guarded(Runnable action) {
        boolean good = false;
        try {
            action.run();
            good = true;
        } finally {
            if (!good) {
                abandon();
            }
        }
    }

    private void abandon() {
        if (ended) {
            return;
        }
        ended = true;
        streams.values().forEach(org.pgherd.executor.shard.CopyIn::close);
        if (ownBlock) {
            session.transaction().endImplicit(false);
            session.transactionEnded(false);
        } else {
            session.transaction().fail();
        }
    }

    @Override
    public void fail(String message) {
        abandon();
        throw new SqlException(SqlState.QUERY_CANCELED, "COPY from stdin failed: " + message);
    }

    @Override
    public void close() {
        abandon();
    }
}
