package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.ShardDelete;

/// Runs ShardDelete.
final class DeleteOperator extends WriteOperator {
    private static final RowArrays.Column CTID = RowArrays.Column.of(SqlType.of(TypeOids.TID), "pg_catalog.tid");
    private static final RowArrays.Column TABLEOID = RowArrays.Column.of(SqlType.OID, "pg_catalog.oid");

    private final FoundRows found;
    private final ShardStatement statement;

    DeleteOperator(ShardDelete node, Operator child, boolean counts, ExecutionState state) {
        super(child, node.child(), node.output(), counts, state);
        this.found = new FoundRows(node.shardColumn(), node.ctidColumn(), node.tableoidColumn());
        this.statement = found.hasTableoid()
                ? statement(
                        sql(node.target().sqlName(), true, node.suffix()),
                        new int[] {CTID.arrayOid(), TABLEOID.arrayOid()},
                        true)
                : statement(sql(node.target().sqlName(), false, node.suffix()), new int[] {CTID.arrayOid()}, true);
    }

    static String sql(String target, boolean tableoid, String suffix) {
        return "DELETE FROM " + target + " AS t USING ROWS FROM (pg_catalog.unnest($1::" + CTID.parameterCast() + ")"
                + (tableoid ? ", pg_catalog.unnest($2::" + TABLEOID.parameterCast() + ")" : "") + ") AS v(ctid"
                + (tableoid ? ", tableoid" : "") + ") WHERE t.ctid = v.ctid" + CTID.valueCast()
                + (tableoid ? " AND t.tableoid = v.tableoid" : "") + (suffix.isEmpty() ? "" : " " + suffix);
    }

    @Nullable
    Object[] parameters(Batch batch, List<Integer> rows) {
        Object ctids = CTID.array(found.ctids(batch, rows), state);
        return found.hasTableoid()
                ? new Object[] {ctids, TABLEOID.array(found.tableoids(batch, rows), state)}
                : new Object[] {ctids};
    }

    @Override
    public void restart() {
        found.clear();
        super.restart();
    }

    @Override
    void write(Batch batch) {
        List<RemoteRows> responses = new ArrayList<>();
        try {
            for (Map.Entry<Integer, List<Integer>> entry : found.byShard(batch).entrySet()) {
                responses.add(state.context()
                        .transaction()
                        .use(entry.getKey(), true)
                        .execute(statement, parameters(batch, entry.getValue())));
            }
            responses.forEach(response -> take(response, true));
        } finally {
            responses.forEach(RemoteRows::close);
        }
    }
}
