package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.shard.CopyIn;
import org.pgherd.executor.shard.RemoteRows;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.ShardInsert;
import org.pgherd.shardplanner.plan.WriteColumn;

/// Runs ShardInsert: rows gathered per shard, written in chunks, by COPY where the plan allows it and there are
/// many.
final class InsertOperator extends WriteOperator {
    /// Rows of one INSERT at most.
    private static final int CHUNK = 512;
    /// The protocol counts parameters in 16 bits.
    private static final int MAX_PARAMETERS = 65_000;
    /// Rows from which COPY beats INSERT.
    private static final int COPY_FROM = 256;
    /// Rows of one COPY at most: they are kept in memory until it runs.
    private static final int COPY_CHUNK = 16_384;

    private final ShardInsert node;
    private final Evaluator[] suffixParameters;
    private final WriteColumn[] columns;
    private final Map<Integer, List<Object[]>> pending = new TreeMap<>();
    private final int chunk;
    private boolean copying;

    InsertOperator(
            ShardInsert node, Operator child, boolean counts, ExpressionCompiler compiler, ExecutionState state) {
        super(child, node.child(), node.output(), counts, state);
        this.node = node;
        this.suffixParameters = compiler.compileAll(node.suffixParameters());
        this.columns = node.columns().toArray(WriteColumn[]::new);
        this.chunk =
                Math.max(1, Math.min(CHUNK, (MAX_PARAMETERS - suffixParameters.length) / Math.max(columns.length, 1)));
    }

    @Override
    public void restart() {
        pending.clear();
        copying = false;
        super.restart();
    }

    @Override
    void write(Batch batch) {
        Vector[] values = new Vector[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = batch.column(columns[i].source() - 1);
        }
        for (int row = 0; row < batch.rowCount(); row++) {
            @Nullable Object[] boxed = new Object[values.length];
            for (int i = 0; i < boxed.length; i++) {
                boxed[i] = values[i].boxed(row);
            }
            int shard = isEverywhere() ? -1 : shardOf(boxed);
            pending.computeIfAbsent(shard, s -> new ArrayList<>()).add(boxed);
        }
        for (List<Object[]> rows : pending.values()) {
            if (rows.size() >= (node.copyAllowed() ? COPY_CHUNK : chunk)) {
                flush(false);
                return;
            }
        }
    }

    @Override
    void finish() {
        flush(true);
    }

    private boolean isEverywhere() {
        return node.target().distribution() instanceof Distribution.Reference;
    }

    private int shardOf(@Nullable Object[] row) {
        return WriteTargets.shardOf(
                node.target().distribution(), node.keyColumn() < 0 ? null : row[node.keyColumn()], state);
    }

    /// Writes the rows gathered so far: the shards' parts at the same time.
    private void flush(boolean last) {
        if (node.copyAllowed() && (copying || total() >= COPY_FROM)) {
            copying = true;
            copy();
        } else {
            insert(last);
        }
    }

    private int total() {
        int total = 0;
        for (List<Object[]> rows : pending.values()) {
            total += rows.size();
        }
        return total;
    }

    private int[] targets(int shard) {
        return shard >= 0 ? new int[] {shard} : WriteTargets.all(state);
    }

    private void insert(boolean last) {
        boolean more = true;
        while (more) {
            more = false;
            List<RemoteRows> responses = new ArrayList<>();
            List<Boolean> counted = new ArrayList<>();
            try {
                for (Map.Entry<Integer, List<Object[]>> entry : pending.entrySet()) {
                    List<Object[]> rows = entry.getValue();
                    if (rows.isEmpty() || !last && rows.size() < chunk) {
                        continue;
                    }
                    int count = Math.min(chunk, rows.size());
                    List<Object[]> part = rows.subList(0, count);
                    boolean first = true;
                    for (int shard : targets(entry.getKey())) {
                        responses.add(send(shard, part));
                        counted.add(first);
                        first = false;
                    }
                    part.clear();
                    more |= last ? !rows.isEmpty() : rows.size() >= chunk;
                }
                for (int i = 0; i < responses.size(); i++) {
                    take(responses.get(i), counted.get(i));
                }
            } finally {
                responses.forEach(RemoteRows::close);
            }
        }
    }

    private RemoteRows send(int shard, List<Object[]> rows) {
        int fixed = suffixParameters.length;
        int[] types = new int[fixed + rows.size() * columns.length];
        @Nullable Object[] values = new Object[types.length];
        RowFrame frame = new RowFrame(state);
        List<Expr> suffix = node.suffixParameters();
        for (int i = 0; i < fixed; i++) {
            types[i] = suffix.get(i).type().oid();
            values[i] = suffixParameters[i].evaluate(frame);
        }
        StringBuilder sql = new StringBuilder("INSERT INTO ")
                .append(node.target().sqlName())
                .append(columnList())
                .append(node.prefix().isEmpty() ? "" : " " + node.prefix());
        if (columns.length == 0) {
            sql.append(" DEFAULT VALUES");
        } else {
            sql.append(" VALUES ");
        }
        int at = fixed;
        for (int r = 0; r < rows.size(); r++) {
            @Nullable Object[] row = rows.get(r);
            for (int i = 0; i < columns.length; i++) {
                sql.append(i > 0 ? ", $" : r > 0 ? ", ($" : "($")
                        .append(at + 1)
                        .append("::")
                        .append(columns[i].sqlType());
                types[at] = columns[i].type().oid();
                values[at++] = row[i];
            }
            sql.append(columns.length > 0 ? ")" : "");
        }
        if (!node.suffix().isEmpty()) {
            sql.append(' ').append(node.suffix());
        }
        boolean again = rows.size() == 1 || rows.size() == chunk;
        return state.context().transaction().use(shard, true).execute(statement(sql.toString(), types, again), values);
    }

    private String columnList() {
        if (columns.length == 0) {
            return "";
        }
        return Arrays.stream(columns).map(WriteColumn::sqlName).collect(Collectors.joining(", ", " (", ")"));
    }

    private void copy() {
        List<CopyIn> open = new ArrayList<>();
        long rows = 0;
        try {
            List<List<Object[]>> parts = new ArrayList<>();
            for (Map.Entry<Integer, List<Object[]>> entry : pending.entrySet()) {
                if (entry.getValue().isEmpty()) {
                    continue;
                }
                for (int shard : targets(entry.getKey())) {
                    open.add(state.context()
                            .transaction()
                            .use(shard, true)
                            .copyIn("COPY " + node.target().sqlName() + columnList() + " FROM STDIN"));
                    parts.add(entry.getValue());
                }
                rows += entry.getValue().size();
            }
            ByteSink line = new ByteSink();
            for (int i = 0; i < open.size(); i++) {
                for (@Nullable Object[] row : parts.get(i)) {
                    CopyText.line(row, columns, state, line);
                    open.get(i).write(line.bytes(), 0, line.length());
                }
            }
            for (CopyIn copy : open) {
                long ignored = copy.end();
            }
        } finally {
            open.forEach(CopyIn::close);
        }
        pending.clear();
        processed(rows);
    }
}
