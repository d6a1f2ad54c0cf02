package org.pgherd.engine.session;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.ShardConnection;
import org.pgherd.semantics.function.SequenceAccess;
import org.pgherd.semantics.type.TypeOids;

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
    public long nextIdentity(int sequenceOid) {
        String owner = owner(sequenceOid);
        return owner == null || owner.equals(session.settings().user())
                ? nextval(sequenceOid)
                : value(
                        session.transaction().use(CatalogLoader.CATALOG_SHARD, true, owner),
                        "nextval(" + regclass(sequenceOid) + ")");
    }

    private @Nullable String owner(int sequenceOid) {
        Relation sequence = session.snapshot().catalog().relation(sequenceOid);
        return sequence == null ? null : session.snapshot().catalog().nameOf(TypeOids.REGROLE, sequence.owner());
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
        return value(session.catalogShard(writes), call);
    }

    private static long value(ShardConnection shard, String call) {
        String value = TextRows.single(shard, "SELECT pg_catalog." + call + "::text");
        if (value == null) {
            throw new SqlException(SqlState.INTERNAL_ERROR, "the catalog shard gave no sequence value");
        }
        return Long.parseLong(value);
    }
}
