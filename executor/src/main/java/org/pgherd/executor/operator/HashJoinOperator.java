package org.pgherd.executor.operator;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

/// Runs HashJoin: the inner rows in memory, chained by key in their order; the outer rows streamed past.
final class HashJoinOperator implements Operator {
    private static final int END = -1;

    private final JoinKind kind;
    private final Operator outer;
    private final Operator inner;
    private final List<PlanColumn> outerColumns;
    private final List<PlanColumn> innerColumns;
    private final BatchExpression[] outerKeys;
    private final BatchExpression[] innerKeys;
    private final BatchPredicate quals;
    private final ExecutionState state;
    private final RowFrame frame;
    private final KeyTable keys;
    private final RowBuffer rows;
    private final JoinOutput output = new JoinOutput();
    private final IntArrayList heads = new IntArrayList();
    private final BitSet matched = new BitSet();
    private int[] chain = {};
    private @Nullable Batch innerRows;
    private long reserved;
    private @Nullable Batch current;
    private Vector[] currentKey = {};
    private int currentRow;
    private int unmatchedFrom;
    private boolean outerDone;

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
        this.outerColumns = node.outer().output();
        this.innerColumns = node.inner().output();
        this.outerKeys = outerKeys;
        this.innerKeys = innerKeys;
        this.quals = quals;
        this.state = state;
        this.frame = new RowFrame(state);
        this.keys =
                new KeyTable(node.keys().stream().map(key -> key.inner().type()).toArray(SqlType[]::new));
        this.rows = new RowBuffer(state.memory());
    }

    @Override
    public void restart() {
        clear();
        outer.restart();
        inner.restart();
    }

    @Override
    public @Nullable Batch next() {
        Batch build = innerRows;
        if (build == null) {
            build = build();
            innerRows = build;
            if (build.rowCount() == 0 && (kind == JoinKind.INNER || kind == JoinKind.SEMI || kind == JoinKind.RIGHT)) {
                outerDone = true;
            }
        }
        while (!outerDone) {
            state.cancel().check();
            Batch batch = current;
            if (batch == null) {
                batch = outer.next();
                if (batch == null) {
                    outerDone = true;
                    break;
                }
                current = batch;
                currentRow = 0;
                currentKey = evaluate(outerKeys, batch);
            }
            probe(batch, build);
            Batch joined = output.take(batch, kind.yieldsInner() ? build : null);
            if (currentRow == batch.rowCount()) {
                current = null;
            }
            if (joined != null) {
                return joined;
            }
        }
        return kind == JoinKind.RIGHT || kind == JoinKind.FULL ? unmatchedInner(build) : null;
    }

    private Batch build() {
        rows.addAll(inner, state);
        inner.close();
        Batch all = rows.concatenate(BatchBuilder.builders(innerColumns, rows.rowCount()));
        reserved = (long) all.rowCount() * (8 + keys.bytesPerKey());
        state.memory().reserve(reserved);
        chain = new int[all.rowCount()];
        int[] tails = new int[16];
        Vector[] key = evaluate(innerKeys, all);
        for (int row = 0; row < all.rowCount(); row++) {
            chain[row] = END;
            if (KeyTable.hasNull(key, row)) {
                continue;
            }
            int number = keys.add(key, row);
            if (number == heads.size()) {
                heads.add(row);
                if (number == tails.length) {
                    tails = Arrays.copyOf(tails, number * 2);
                }
            } else {
                chain[tails[number]] = row;
            }
            tails[number] = row;
        }
        return all;
    }

    private Vector[] evaluate(BatchExpression[] expressions, Batch batch) {
        Vector[] vectors = new Vector[expressions.length];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = expressions[i].evaluate(frame, batch);
        }
        return vectors;
    }

    /// Goes on in the outer batch until it ends or the output is full.
    private void probe(Batch batch, Batch build) {
        while (currentRow < batch.rowCount() && output.count() < Batch.DEFAULT_ROWS) {
            int row = currentRow++;
            boolean found = false;
            if (!KeyTable.hasNull(currentKey, row)) {
                int number = keys.find(currentKey, row);
                int candidate = number == KeyTable.NONE ? END : heads.getInt(number);
                while (candidate != END) {
                    if (quals.isEmpty() || matches(batch, row, build, candidate)) {
                        found = true;
                        if (!kind.yieldsInner()) {
                            break;
                        }
                        matched.set(candidate);
                        output.add(row, candidate);
                    }
                    candidate = chain[candidate];
                }
            }
            switch (kind) {
                case SEMI -> {
                    if (found) {
                        output.add(row, END);
                    }
                }
                case ANTI, LEFT, FULL -> {
                    if (!found) {
                        output.add(row, END);
                    }
                }
                case INNER, RIGHT -> {
                    // only pairs
                }
            }
        }
    }

    private boolean matches(Batch batch, int row, Batch build, int candidate) {
        frame.outer = batch;
        frame.outerRow = row;
        frame.inner = build;
        frame.innerRow = candidate;
        return quals.test(frame);
    }

    private @Nullable Batch unmatchedInner(Batch build) {
        while (unmatchedFrom < build.rowCount() && output.count() < Batch.DEFAULT_ROWS) {
            int row = matched.nextClearBit(unmatchedFrom);
            if (row >= build.rowCount()) {
                unmatchedFrom = build.rowCount();
                break;
            }
            output.add(END, row);
            unmatchedFrom = row + 1;
        }
        return output.take(noRows(outerColumns), build);
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
        keys.clear();
        heads.clear();
        matched.clear();
        chain = new int[0];
        state.memory().release(reserved);
        reserved = 0;
        innerRows = null;
        current = null;
        outerDone = false;
        unmatchedFrom = 0;
    }

    @Override
    public void close() {
        clear();
        outer.close();
        inner.close();
    }
}
