package org.pgherd.engine.session;

import org.jspecify.annotations.Nullable;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.executor.DomainChecker;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.type.SqlType;

/// Domains' constraints are checked where they are: the catalog shard casts the value, and fails in its own words.
final class ShardDomains implements DomainChecker {
    private final SessionState session;
    private final org.pgherd.semantics.function.FunctionContext functions;

    ShardDomains(SessionState session, org.pgherd.semantics.function.FunctionContext functions) {
        this.session = session;
        this.functions = functions;
    }

    @Override
    public void check(SqlType domain, @Nullable Object value) {
        SqlType base = session.view().baseType(domain);
        String text = value == null
                ? "NULL"
                : PlacementWriter.literal(
                        Codecs.forType(base.oid(), session.view()).encodeText(value, functions.exact()));
        TextRows.single(
                session.catalogShard(false),
                "SELECT (" + text + ")::" + session.view().formatType(domain.oid()));
    }
}
