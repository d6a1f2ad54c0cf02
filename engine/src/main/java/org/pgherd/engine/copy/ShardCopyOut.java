package org.pgherd.engine.copy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.SessionState;
import org.pgherd.semantics.value.Bytea;

/// COPY .. TO STDOUT from one shard after the other: header and trailer once.
public final class ShardCopyOut implements StatementResult.CopyOut {
    /// Signature, flags, length of the extension.
    private static final int BINARY_HEADER = 19;

    private final SessionState session;
    private final List<Integer> shards;
    private final String sql;
    private final CopyFormat format;
    private final int columns;
    private int at;
    private boolean firstRow = true;
    private long rows;
    private org.pgherd.executor.shard.@Nullable CopyOut current;

    public ShardCopyOut(SessionState session, List<Integer> shards, String sql, CopyFormat format, int columns) {
        this.session = session;
        this.shards = shards;
        this.sql = sql;
        this.format = format;
        this.columns = columns;
        open();
    }

    private void open() {
        current = session.transaction().use(shards.get(at), false).copyOut(sql);
        firstRow = true;
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
    public byte @Nullable [] next() {
        while (true) {
            org.pgherd.executor.shard.CopyOut from = current;
            if (from == null) {
                return null;
            }
            Bytea chunk = from.next();
            if (chunk == null) {
                rows += from.rows();
                from.close();
                current = null;
                if (++at < shards.size()) {
                    open();
                }
                continue;
            }
            byte[] bytes = trimmed(chunk.bytes());
            firstRow = false;
            if (bytes.length > 0) {
                return bytes;
            }
        }
    }

    /// Without what only the first or last shard may say.
    private byte[] trimmed(byte[] bytes) {
        boolean notFirst = at > 0;
        if (format.binary()) {
            int from = firstRow && notFirst ? Math.min(BINARY_HEADER, bytes.length) : 0;
            boolean trailer =
                    bytes.length - from >= 2 && bytes.length - from == 2 && bytes[from] == -1 && bytes[from + 1] == -1;
            boolean more = at < shards.size() - 1;
            return trailer && more ? new byte[0] : from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
        }
        return format.header() && firstRow && notFirst ? new byte[0] : bytes;
    }

    @Override
    public String tag() {
        return "COPY " + rows;
    }

    @Override
    public void close() {
        org.pgherd.executor.shard.CopyOut from = current;
        if (from != null) {
            from.close();
            current = null;
        }
    }
}
