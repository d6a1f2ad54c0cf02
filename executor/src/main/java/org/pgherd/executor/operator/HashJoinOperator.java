package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.expression.BatchPredicate;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Runs HashJoin: the inner rows in memory, the outer rows streamed past; both by way of a file where the inner rows
/// are too many.
final class HashJoinOperator implements Operator {
    private final JoinKind kind;
    private final Operator outer;
    private final Operator inner;
    private final JoinSide outerSide;
    private final JoinSide innerSide;
    private final SqlType[] keyTypes;
    private final ExecutionState state;
    private final JoinProbe probe;
    private final RowBuffer rows;
    private @Nullable SpilledJoin spilled;
    private boolean built;
    private boolean outerDone;
    private long reserved;

    HashJoinOperator(
            HashJoin node,
            Operator outer,
            Operator inner,
            BatchExpression[] outerKeys,
            BatchExpression[] innerKeys,
            BatchPredicate quals,
            ExecutionState state) {
        this.kind = node.kind();
        this.outer = outer;
        this.inner = inner;
        boolean keepsOuter = kind == JoinKind.LEFT || kind == JoinKind.FULL || kind == JoinKind.ANTI;
        boolean keepsInner = kind == JoinKind.RIGHT || kind == JoinKind.FULL;
        this.outerSide = side(node.outer().output(), outerKeys, keepsOuter, state);
        this.innerSide = side(node.inner().output(), innerKeys, keepsInner, state);
        this.keyTypes = node.keys().stream()
                .map(key -> key.inner().type().withCollation(key.collation()))
                .toArray(SqlType[]::new);
        this.state = state;
        this.probe = new JoinProbe(kind, outerKeys, quals, state);
        this.rows = new RowBuffer(state.memory());
    }

    private static JoinSide side(
            List<PlanColumn> columns, BatchExpression[] keys, boolean keepsNullKeys, ExecutionState state) {
        return new JoinSide(columns, keys, keepsNullKeys, state.form(columns));
    }

    @Override
    public void restart() {
        clear();
        outer.restart();
        inner.restart();
    }

    @Override
    public @Nullable Batch next() {
        if (!built) {
            built = true;
            build();
        }
        SpilledJoin onDisk = spilled;
        return onDisk == null ? inMemory() : onDisk.next();
    }

    private void build() {
        SpilledJoin onDisk = null;
        for (Batch batch = inner.next(); batch != null; batch = inner.next()) {
            state.cancel().check();
            if (onDisk != null) {
                onDisk.addInner(batch);
                continue;
            }
            rows.add(batch);
            if (rows.isFull(JoinTable.BYTES_PER_ROW)) {
                onDisk = new SpilledJoin(outerSide, innerSide, keyTypes, probe, state);
                spilled = onDisk;
                state.onClose(onDisk);
                for (int i = 0; i < rows.batchCount(); i++) {
                    onDisk.addInner(rows.batch(i));
                }
                rows.clear();
            }
        }
        inner.close();
        if (onDisk == null) {
            table();
            return;
        }
        for (Batch batch = outer.next(); batch != null; batch = outer.next()) {
            onDisk.addOuter(batch);
        }
        onDisk.endOfInput();
    }

    private void table() {
        Batch all = rows.rowCount() == 0
                ? noRows(innerSide.columns())
                : rows.concatenate(BatchBuilder.builders(innerSide.columns(), rows.rowCount()));
        reserved = (long) all.rowCount() * JoinTable.BYTES_PER_ROW;
        state.memory().reserve(reserved);
        Vector[] key = JoinProbe.evaluate(innerSide.keys(), new RowFrame(state), all);
        probe.table(new JoinTable(all, key, keyTypes, state));
        outerDone = all.rowCount() == 0 && !outerSide.keepsNullKeys();
    }

    private @Nullable Batch inMemory() {
        while (!outerDone) {
            if (probe.needsOuter()) {
                Batch batch = outer.next();
                if (batch == null) {
                    outerDone = true;
                    break;
                }
                probe.outer(batch);
            }
            Batch joined = probe.pairs();
            if (joined != null) {
                return joined;
            }
        }
        return probe.unmatchedInner(noRows(outerSide.columns()));
    }

    static Batch noRows(List<PlanColumn> columns) {
        VectorBuilder[] builders = BatchBuilder.builders(columns, 0);
        Vector[] empty = new Vector[builders.length];
        for (int i = 0; i < empty.length; i++) {
            empty[i] = builders[i].build();
        }
        return new Batch(0, empty);
    }

    private void clear() {
        rows.clear();
        probe.clear();
        SpilledJoin onDisk = spilled;
        if (onDisk != null) {
            onDisk.close();
            spilled = null;
        }
        state.memory().release(reserved);
        reserved = 0;
        built = false;
        outerDone = false;
    }

    @Override
    public void close() {
        clear();
        outer.close();
        inner.close();
    }
}
