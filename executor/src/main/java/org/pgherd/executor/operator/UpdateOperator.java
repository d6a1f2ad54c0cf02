package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.ShardUpdate;
import org.pgherd.shardplanner.plan.WriteColumn;

/// Runs ShardUpdate. A row whose shard key changes so that it belongs elsewhere is deleted here and inserted
/// there.
final class UpdateOperator extends WriteOperator {
    private static final RowArrays.Column CTID = RowArrays.Column.of(SqlType.of(TypeOids.TID), "pg_catalog.tid");
    private static final RowArrays.Column TABLEOID = RowArrays.Column.of(SqlType.OID, "pg_catalog.oid");

    private final ShardUpdate node;
    private final FoundRows found;
    private final List<RowArrays.Column> columns = new ArrayList<>();
    private final ShardStatement update;
    private final @Nullable ShardStatement delete;
    private final @Nullable LeavingRows family;

    UpdateOperator(ShardUpdate node, Operator child, boolean counts, ExecutionState state) {
        super(child, node.child(), node.output(), counts, state);
        this.node = node;
        this.found = new FoundRows(node.shardColumn(), node.ctidColumn(), node.tableoidColumn());
        for (WriteColumn column : node.columns()) {
            columns.add(RowArrays.Column.of(column.type(), column.sqlType()));
        }
        this.update = updateStatement();
        this.delete = node.move().isEmpty()
                ? null
                : ShardStatement.prepared(
                        DeleteOperator.sql(node.target().sqlName(), found.hasTableoid(), ""),
                        identityTypes(),
                        new SqlType[0],
                        state.context().codecs());
        this.family = node.family().isEmpty() ? null : new LeavingRows(node.family(), identityTypes(), state);
    }

    private int[] identityTypes() {
        return found.hasTableoid() ? new int[] {CTID.arrayOid(), TABLEOID.arrayOid()} : new int[] {CTID.arrayOid()};
    }

    private ShardStatement updateStatement() {
        StringBuilder set = new StringBuilder();
        StringBuilder arrays = new StringBuilder(array(1, CTID));
        StringBuilder names = new StringBuilder("ctid");
        int parameter = 1;
        if (found.hasTableoid()) {
            arrays.append(", ").append(array(++parameter, TABLEOID));
            names.append(", tableoid");
        }
        int[] types = Arrays.copyOf(identityTypes(), parameter + columns.size());
        for (int i = 0; i < columns.size(); i++) {
            RowArrays.Column column = columns.get(i);
            types[parameter] = column.arrayOid();
            arrays.append(", ").append(array(++parameter, column));
            names.append(", c").append(i + 1);
            set.append(i == 0 ? "" : ", ")
                    .append(node.columns().get(i).sqlName())
                    .append(" = v.c")
                    .append(i + 1)
                    .append(column.valueCast());
        }
        String sql = "UPDATE " + node.target().sqlName() + " AS t SET " + set + " FROM ROWS FROM (" + arrays
                + ") AS v(" + names + ") WHERE t.ctid = v.ctid" + CTID.valueCast()
                + (found.hasTableoid() ? " AND t.tableoid = v.tableoid" : "")
                + (node.suffix().isEmpty() ? "" : " " + node.suffix());
        return statement(sql, types, true);
    }

    private static String array(int parameter, RowArrays.Column column) {
        return "pg_catalog.unnest($" + parameter + "::" + column.parameterCast() + ")";
    }

    @Override
    public void restart() {
        found.clear();
        super.restart();
    }

    /// Rows that go to other shards are first deleted everywhere and last inserted, so that none meets another that is
    /// about to leave or change.
    @Override
    void writeAll(RowStore rows) {
        List<Writes> writes = new ArrayList<>();
        for (int i = 0; i < rows.batchCount(); i++) {
            state.cancel().check();
            writes.add(delete(rows.batch(i)));
        }
        for (int i = 0; i < rows.batchCount(); i++) {
            state.cancel().check();
            update(rows.batch(i), writes.get(i).inPlace());
        }
        for (int i = 0; i < rows.batchCount(); i++) {
            state.cancel().check();
            insert(rows.batch(i), writes.get(i));
        }
    }

    @Override
    void write(Batch batch) {
        Writes writes = delete(batch);
        update(batch, writes.inPlace());
        insert(batch, writes);
    }

    /// @param inPlace rows of a batch by the shard where they are and stay
    /// @param arriving rows by the shard where they go
    /// @param left those of a family of inheritance as they were found, by row
    private record Writes(
            Map<Integer, List<Integer>> inPlace,
            Map<Integer, List<Integer>> arriving,
            Map<Integer, LeavingRows.Row> left) {}

    private Writes delete(Batch batch) {
        Writes writes = new Writes(found.byShard(batch), new TreeMap<>(), new HashMap<>());
        move(batch, writes);
        return writes;
    }

    private void update(Batch batch, Map<Integer, List<Integer>> byShard) {
        List<RemoteRows> responses = new ArrayList<>();
        try {
            for (Map.Entry<Integer, List<Integer>> entry : byShard.entrySet()) {
                if (!entry.getValue().isEmpty()) {
                    responses.add(state.context()
                            .transaction()
                            .use(entry.getKey(), true)
                            .execute(update, parameters(batch, entry.getValue())));
                }
            }
            responses.forEach(response -> take(response, true));
        } finally {
            responses.forEach(RemoteRows::close);
        }
    }

    private void insert(Batch batch, Writes writes) {
        writes.arriving()
                .forEach((shard, rows) -> rows.forEach(
                        row -> insert(shard, batch, row, writes.left().get(row))));
    }

    private @Nullable Object[] parameters(Batch batch, List<Integer> rows) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(CTID.array(found.ctids(batch, rows), state));
        if (found.hasTableoid()) {
            parameters.add(TABLEOID.array(found.tableoids(batch, rows), state));
        }
        for (int i = 0; i < columns.size(); i++) {
            int source = node.columns().get(i).source() - 1;
            @Nullable
            Object[] values =
                    rows.stream().map(row -> batch.column(source).boxed(row)).toArray();
            parameters.add(columns.get(i).array(values, state));
        }
        return parameters.toArray();
    }

    /// Takes the rows that change their shard out of the others, deletes them where they are, and gives them by
    /// new shard.
    private void move(Batch batch, Writes writes) {
        if (node.move().isEmpty()) {
            return;
        }
        int keySource = node.move().get(node.moveKey()).source() - 1;
        for (Map.Entry<Integer, List<Integer>> entry : writes.inPlace().entrySet()) {
            Map<Integer, Integer> homes = new LinkedHashMap<>();
            Iterator<Integer> rows = entry.getValue().iterator();
            while (rows.hasNext()) {
                int row = rows.next();
                int home = WriteTargets.shardOf(
                        node.target().distribution(), batch.column(keySource).boxed(row), state);
                if (home != entry.getKey()) {
                    rows.remove();
                    homes.put(row, home);
                }
            }
            if (!homes.isEmpty()) {
                List<Integer> leaving = List.copyOf(homes.keySet());
                writes.left().putAll(delete(entry.getKey(), leaving, identities(batch, leaving)));
                homes.forEach((row, home) -> {
                    LeavingRows.Row left = writes.left().get(row);
                    int goesTo = left != null && left.table().onlyShard() >= 0
                            ? left.table().onlyShard()
                            : home;
                    writes.arriving()
                            .computeIfAbsent(goesTo, s -> new ArrayList<>())
                            .add(row);
                });
            }
        }
    }

    private @Nullable Object[] identities(Batch batch, List<Integer> rows) {
        @Nullable Object ctids = CTID.array(found.ctids(batch, rows), state);
        return found.hasTableoid()
                ? new Object[] {ctids, TABLEOID.array(found.tableoids(batch, rows), state)}
                : new Object[] {ctids};
    }

    private Map<Integer, LeavingRows.Row> delete(int shard, List<Integer> rows, @Nullable Object[] identities) {
        if (family != null) {
            return family.delete(shard, rows, identities);
        }
        if (delete != null) {
            KeptReferences.check(node.target(), shard, identityTypes(), identities, state);
            state.context()
                    .transaction()
                    .use(shard, true)
                    .execute(delete, identities)
                    .finish();
        }
        return Map.of();
    }

    private void insert(int shard, Batch batch, int row, LeavingRows.@Nullable Row left) {
        List<WriteColumn> own = left == null ? List.of() : left.table().own();
        List<WriteColumn> all = new ArrayList<>(node.move());
        all.addAll(own);
        int[] types = new int[all.size()];
        @Nullable Object[] values = new Object[types.length];
        StringJoiner names = new StringJoiner(", ");
        StringJoiner list = new StringJoiner(", ");
        for (int i = 0; i < types.length; i++) {
            WriteColumn column = all.get(i);
            types[i] = column.type().oid();
            values[i] = left != null && i >= node.move().size()
                    ? left.own()[column.source() - 1]
                    : batch.column(column.source() - 1).boxed(row);
            names.add(column.sqlName());
            list.add("$" + (i + 1) + "::" + column.sqlType());
        }
        String target = (left == null ? node.target() : left.table().target()).sqlName();
        String sql = "INSERT INTO " + target + " AS t (" + names + ") OVERRIDING SYSTEM VALUE VALUES (" + list + ")"
                + (node.suffix().isEmpty() ? "" : " " + node.suffix());
        take(state.context().transaction().use(shard, true).execute(statement(sql, types, true), values), true);
    }
}
