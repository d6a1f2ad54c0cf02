package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.MergeBranch;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.ShardMerge;
import org.pgherd.shardplanner.plan.WriteColumn;

/// Runs ShardMerge (nodeModifyTable.c:ExecMerge): the rows of a batch by action, then by shard.
final class MergeOperator extends WriteOperator {
    private static final RowArrays.Column NUMBER = RowArrays.Column.of(SqlType.INT4, "pg_catalog.int4");
    /// Rows of one INSERT at most.
    private static final int CHUNK = 512;
    private static final int MAX_PARAMETERS = 65_000;

    /// What is done on its old shard with a row that moves to another one.
    private static final MergeBranch LEAVING =
            new MergeBranch(MergeBranch.Kind.DELETE, List.of(), -1, "", List.of(), -1);

    private final ShardMerge node;
    private final List<PlanColumn> columns;
    private final boolean returning;
    private final String suffix;
    private final Set<KeyValues.Tuple> seen = new HashSet<>();
    private final @Nullable ShardStatement[] statements;

    MergeOperator(ShardMerge node, Operator child, boolean counts, ExecutionState state) {
        super(child, node.child(), node.output(), counts, state);
        this.node = node;
        this.columns = node.output();
        this.returning = !node.suffix().isEmpty();
        String list = node.suffix().substring(returning ? "RETURNING".length() : 0);
        this.suffix = returning ? " RETURNING v.n" + (list.isBlank() ? "" : "," + list) : "";
        this.statements = new ShardStatement[node.branches().size()];
        for (int i = 0; i < statements.length; i++) {
            MergeBranch branch = node.branches().get(i);
            statements[i] = switch (branch.kind()) {
                case INSERT -> null;
                case UPDATE -> changing("UPDATE", branch.columns(), suffix);
                case DELETE -> changing("DELETE FROM", List.of(), suffix);
            };
        }
    }

    @Override
    public void restart() {
        seen.clear();
        super.restart();
    }

    /// Parameters are arrays: the row numbers, the identities, and what is assigned.
    private ShardStatement changing(String command, List<WriteColumn> assigned, String returningClause) {
        List<WriteColumn> identity = node.identity();
        int[] types = new int[1 + identity.size() + assigned.size()];
        types[0] = NUMBER.arrayOid();
        StringBuilder arrays = new StringBuilder(array(1, NUMBER));
        StringBuilder names = new StringBuilder("n");
        StringBuilder where = new StringBuilder();
        StringBuilder set = new StringBuilder();
        int parameter = 1;
        for (int i = 0; i < identity.size(); i++) {
            RowArrays.Column column = travelling(identity.get(i));
            types[parameter] = column.arrayOid();
            arrays.append(", ").append(array(++parameter, column));
            names.append(", k").append(i + 1);
            where.append(i == 0 ? " WHERE t." : " AND t.")
                    .append(identity.get(i).sqlName())
                    .append(" = v.k")
                    .append(i + 1)
                    .append(column.valueCast());
        }
        for (int i = 0; i < assigned.size(); i++) {
            RowArrays.Column column = travelling(assigned.get(i));
            types[parameter] = column.arrayOid();
            arrays.append(", ").append(array(++parameter, column));
            names.append(", c").append(i + 1);
            set.append(i == 0 ? " SET " : ", ")
                    .append(assigned.get(i).sqlName())
                    .append(" = v.c")
                    .append(i + 1)
                    .append(column.valueCast());
        }
        String sql = command + " " + node.target().sqlName() + " AS t" + set
                + (assigned.isEmpty() ? " USING " : " FROM ") + "ROWS FROM (" + arrays + ") AS v(" + names + ")"
                + where + returningClause;
        return ShardStatement.prepared(
                sql,
                types,
                returningClause.isEmpty() ? new SqlType[0] : returnedTypes(true),
                state.context().codecs());
    }

    private static RowArrays.Column travelling(WriteColumn column) {
        return RowArrays.Column.of(column.type(), column.sqlType());
    }

    private static String array(int parameter, RowArrays.Column column) {
        return "pg_catalog.unnest($" + parameter + "::" + column.parameterCast() + ")";
    }

    private SqlType[] returnedTypes(boolean numbered) {
        List<SqlType> types = new ArrayList<>();
        if (numbered) {
            types.add(SqlType.INT4);
        }
        node.returned().forEach(column -> types.add(column.type()));
        return types.toArray(SqlType[]::new);
    }

    @Override
    void write(Batch batch) {
        @Nullable Object[][] results = new @Nullable Object[returning ? batch.rowCount() : 0][];
        List<List<Integer>> chosen = new ArrayList<>();
        node.branches().forEach(branch -> chosen.add(new ArrayList<>()));
        for (int row = 0; row < batch.rowCount(); row++) {
            Object action = batch.column(node.actionColumn() - 1).boxed(row);
            if (action instanceof Integer number && number > 0) {
                chosen.get(number - 1).add(row);
            }
        }
        for (int i = 0; i < chosen.size(); i++) {
            if (chosen.get(i).isEmpty()) {
                continue;
            }
            MergeBranch branch = node.branches().get(i);
            if (branch.kind() == MergeBranch.Kind.INSERT) {
                insert(branch.columns(), branch.key(), branch.overriding(), batch, chosen.get(i), results);
            } else {
                change(branch, statements[i], batch, chosen.get(i), results);
            }
        }
        if (returning) {
            show(batch, results);
        }
    }

    private void show(Batch batch, @Nullable Object[][] results) {
        BatchBuilder shown = new BatchBuilder(columns);
        int width = batch.columnCount();
        for (int row = 0; row < results.length; row++) {
            @Nullable Object[] result = results[row];
            if (result == null) {
                continue;
            }
            for (int i = 0; i < width; i++) {
                shown.column(i).appendFrom(batch.column(i), row);
            }
            for (int i = 0; i < result.length; i++) {
                shown.column(width + i).appendBoxed(result[i]);
            }
            shown.endRow();
        }
        Batch rows = shown.take();
        if (rows != null) {
            returned(rows);
        }
    }

    private void change(
            MergeBranch branch,
            @Nullable ShardStatement statement,
            Batch batch,
            List<Integer> rows,
            @Nullable Object[][] results) {
        Map<Integer, List<Integer>> byShard = byShard(batch, rows);
        List<Integer> moved = branch.move().isEmpty() ? List.of() : leave(branch, batch, byShard);
        List<RemoteRows> responses = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        try {
            for (Map.Entry<Integer, List<Integer>> entry : byShard.entrySet()) {
                if (entry.getValue().isEmpty() || statement == null) {
                    continue;
                }
                boolean first = true;
                for (int shard : homes(entry.getKey())) {
                    // of a table of copies the first one's rows count
                    expected.add(first ? entry.getValue().size() : -1);
                    first = false;
                    responses.add(state.context()
                            .transaction()
                            .use(shard, true)
                            .execute(statement, parameters(branch, batch, entry.getValue())));
                }
            }
            for (int i = 0; i < responses.size(); i++) {
                if (expected.get(i) < 0) {
                    responses.get(i).finish();
                } else {
                    taken(responses.get(i), expected.get(i), results);
                }
            }
        } finally {
            responses.forEach(RemoteRows::close);
        }
        if (!moved.isEmpty()) {
            insert(branch.move(), branch.moveKey(), "OVERRIDING SYSTEM VALUE", batch, moved, results);
        }
    }

    private boolean isEverywhere() {
        return node.target().distribution() instanceof Distribution.Reference;
    }

    private int[] homes(int shard) {
        return isEverywhere() ? WriteTargets.all(state) : new int[] {shard};
    }

    /// Rows of the target, each once.
    private Map<Integer, List<Integer>> byShard(Batch batch, List<Integer> rows) {
        Map<Integer, List<Integer>> byShard = new TreeMap<>();
        for (int row : rows) {
            Object shard = value(batch, node.shardColumn(), row);
            @Nullable Object[] identity = new @Nullable Object[node.identity().size() + 1];
            for (int i = 1; i < identity.length; i++) {
                identity[i] = value(batch, node.identity().get(i - 1).source(), row);
            }
            identity[0] = shard;
            if (shard == null || identity[1] == null) {
                continue;
            }
            if (seen.add(new KeyValues.Tuple(identity))) {
                byShard.computeIfAbsent((Integer) shard, s -> new ArrayList<>()).add(row);
            } else if (node.once()) {
                throw new SqlException(SqlState.CARDINALITY_VIOLATION, "MERGE command cannot affect row a second time")
                        .withHint("Ensure that not more than one source row matches any one target row.");
            }
        }
        return byShard;
    }

    private static @Nullable Object value(Batch batch, int column, int row) {
        return batch.column(column - 1).boxed(row);
    }

    private @Nullable Object[] parameters(MergeBranch branch, Batch batch, List<Integer> rows) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(NUMBER.array(rows.toArray(), state));
        for (WriteColumn column : node.identity()) {
            parameters.add(travelling(column).array(values(batch, column.source(), rows), state));
        }
        if (branch.kind() == MergeBranch.Kind.UPDATE) {
            for (WriteColumn column : branch.columns()) {
                parameters.add(travelling(column).array(values(batch, column.source(), rows), state));
            }
        }
        return parameters.toArray();
    }

    private static @Nullable Object[] values(Batch batch, int column, List<Integer> rows) {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(batch, column, rows.get(i));
        }
        return values;
    }

    private void taken(RemoteRows response, int expected, @Nullable Object[][] results) {
        try (response) {
            for (Batch batch = response.next(); batch != null; batch = response.next()) {
                for (int row = 0; row < batch.rowCount(); row++) {
                    @Nullable Object[] result = new @Nullable Object[batch.columnCount() - 1];
                    for (int i = 0; i < result.length; i++) {
                        result[i] = batch.column(i + 1).boxed(row);
                    }
                    Object number = batch.column(0).boxed(row);
                    if (number instanceof Integer at) {
                        results[at] = result;
                    }
                }
            }
            long written = Math.max(response.affectedRows(), 0);
            if (node.exact() && written < expected) {
                throw new SqlException(
                        SqlState.T_R_SERIALIZATION_FAILURE, "could not serialize access due to concurrent update");
            }
            processed(written);
        }
    }

    /// Takes the rows whose new shard key belongs to another shard out of the others and deletes them where they are.
    private List<Integer> leave(MergeBranch branch, Batch batch, Map<Integer, List<Integer>> byShard) {
        List<Integer> moved = new ArrayList<>();
        int key = branch.move().get(branch.moveKey()).source();
        for (Map.Entry<Integer, List<Integer>> entry : byShard.entrySet()) {
            List<Integer> leaving = new ArrayList<>();
            for (int row : entry.getValue()) {
                int home = WriteTargets.shardOf(node.target().distribution(), value(batch, key, row), state);
                if (home != entry.getKey()) {
                    leaving.add(row);
                }
            }
            if (!leaving.isEmpty()) {
                entry.getValue().removeAll(new HashSet<>(leaving));
                moved.addAll(leaving);
                state.context()
                        .transaction()
                        .use(entry.getKey(), true)
                        .execute(changing("DELETE FROM", List.of(), ""), parameters(LEAVING, batch, leaving))
                        .finish();
            }
        }
        return moved;
    }

    private void insert(
            List<WriteColumn> written,
            int key,
            String overriding,
            Batch batch,
            List<Integer> rows,
            @Nullable Object[][] results) {
        Map<Integer, List<Integer>> byShard = new TreeMap<>();
        for (int row : rows) {
            Object value = key < 0 ? null : value(batch, written.get(key).source(), row);
            int shard = isEverywhere() ? 0 : WriteTargets.shardOf(node.target().distribution(), value, state);
            byShard.computeIfAbsent(shard, s -> new ArrayList<>()).add(row);
        }
        // which row of RETURNING is of which inserted one only a statement for each row tells
        boolean single = returning || written.isEmpty();
        int chunk = single ? 1 : Math.max(1, Math.min(CHUNK, MAX_PARAMETERS / written.size()));
        byShard.forEach((shard, all) -> {
            for (int from = 0; from < all.size(); from += chunk) {
                state.cancel().check();
                List<Integer> part = all.subList(from, Math.min(all.size(), from + chunk));
                boolean first = true;
                for (int home : homes(shard)) {
                    insert(home, first, written, overriding, batch, part, results);
                    first = false;
                }
            }
        });
    }

    private void insert(
            int shard,
            boolean counted,
            List<WriteColumn> written,
            String overriding,
            Batch batch,
            List<Integer> rows,
            @Nullable Object[][] results) {
        int[] types = new int[rows.size() * written.size()];
        @Nullable Object[] values = new @Nullable Object[types.length];
        String names = written.stream().map(WriteColumn::sqlName).collect(Collectors.joining(", "));
        StringBuilder sql = new StringBuilder("INSERT INTO ")
                .append(node.target().sqlName())
                .append(" AS t")
                .append(written.isEmpty() ? "" : " (" + names + ")")
                .append(overriding.isEmpty() ? "" : " " + overriding)
                .append(written.isEmpty() ? " DEFAULT VALUES" : " VALUES ");
        int at = 0;
        for (int r = 0; r < rows.size() && !written.isEmpty(); r++) {
            for (int i = 0; i < written.size(); i++) {
                WriteColumn column = written.get(i);
                types[at] = column.type().oid();
                values[at] = value(batch, column.source(), rows.get(r));
                sql.append(i > 0 ? ", $" : r > 0 ? ", ($" : "($")
                        .append(++at)
                        .append("::")
                        .append(column.sqlType());
            }
            sql.append(')');
        }
        if (!node.returned().isEmpty()) {
            sql.append(' ').append(node.suffix());
        }
        ShardStatement statement = ShardStatement.prepared(
                sql.toString(), types, returnedTypes(false), state.context().codecs());
        try (RemoteRows response =
                state.context().transaction().use(shard, true).execute(statement, values)) {
            if (!counted) {
                response.finish();
                return;
            }
            for (Batch back = response.next(); back != null; back = response.next()) {
                @Nullable Object[] result = new @Nullable Object[back.columnCount()];
                for (int i = 0; i < result.length; i++) {
                    result[i] = back.column(i).boxed(0);
                }
                results[rows.getFirst()] = result;
            }
            long count = Math.max(response.affectedRows(), 0);
            if (returning && node.returned().isEmpty() && count > 0) {
                Arrays.fill(results, rows.getFirst(), rows.getFirst() + 1, new Object[0]);
            }
            processed(count);
        }
    }
}
