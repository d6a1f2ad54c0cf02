package org.pgherd.engine.session;

import org.jspecify.annotations.Nullable;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.executor.DomainChecker;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;

/// Values that do not pass the constraints of a domain here, or cannot be checked here, are cast by the catalog shard,
/// which fails in its own words.
final class ShardDomains implements DomainChecker {
    private final SessionState session;
    private final FunctionContext functions;
    private final DomainChecks checks;

    ShardDomains(SessionState session, FunctionContext functions) {
        this.session = session;
        this.functions = functions;
        this.checks = new DomainChecks(functions);
    }

    @Override
    public void check(SqlType domain, @Nullable Object value) {
        if (checks.pass(domain, value, session.view())) {
            return;
        }
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
