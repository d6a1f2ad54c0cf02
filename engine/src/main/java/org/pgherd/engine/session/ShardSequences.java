package org.pgherd.engine.session;

import org.pgherd.engine.herd.TextRows;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.semantics.function.SequenceAccess;

/// Sequences live on the catalog shard, and so does what a session has drawn from them.
final class ShardSequences implements SequenceAccess {
    private final SessionState session;

    ShardSequences(SessionState session) {
        this.session = session;
    }

    @Override
    public long nextval(int sequenceOid) {
        return ask("nextval(" + regclass(sequenceOid) + ")", true);
    }

    @Override
    public long currval(int sequenceOid) {
        return ask("currval(" + regclass(sequenceOid) + ")", false);
    }

    @Override
    public long lastval() {
        return ask("lastval()", false);
    }

    @Override
    public void setval(int sequenceOid, long value, boolean isCalled) {
        ask("setval(" + regclass(sequenceOid) + ", " + value + ", " + isCalled + ")", true);
    }

    private static String regclass(int oid) {
        return Integer.toUnsignedString(oid) + "::pg_catalog.regclass";
    }

    private long ask(String call, boolean writes) {
        ShardConnection shard = session.catalogShard(writes);
        String value = TextRows.single(shard, "SELECT pg_catalog." + call + "::text");
        if (value == null) {
            throw new SqlException(SqlState.INTERNAL_ERROR, "the catalog shard gave no sequence value");
        }
        return Long.parseLong(value);
    }
}
