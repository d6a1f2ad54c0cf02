package org.pgherd.executor.operator;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.Var;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.spill.BatchMemory;
import org.pgherd.executor.spill.SpillFile;
import org.pgherd.executor.spill.SpillRun;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.GroupKey;

/// The groups of one grouping set of an aggregation. Once they outgrow memory no more are made: rows of other groups
/// wait in a file, dealt out by key, to be aggregated when these groups are done (nodeAgg.c's spilling).
final class GroupingSet {
    private final Aggregate node;
    private final ExpressionCompiler compiler;
    private final ExecutionState state;
    private final SpillFile file;
    /// Which of the node's keys it groups by.
    private final List<Integer> members;
    private final int depth;
    private final int[] columns;
    private final KeyTable keys;
    private final AggregateState[] calls;
    private final BatchBuilder representatives;
    private @Nullable Batch groupRows;
    private @Nullable KeyPartitions waiting;
    private boolean hasEmptyGroup;
    private long reserved;

    /// @param depth how often its rows have been dealt out already
    GroupingSet(
            Aggregate node,
            List<Integer> members,
            int depth,
            ExpressionCompiler compiler,
            SpillFile file,
            ExecutionState state) {
        this.node = node;
        this.compiler = compiler;
        this.state = state;
        this.file = file;
        this.members = members;
        this.depth = depth;
        List<GroupKey> groupKeys = members.stream().map(node.keys()::get).toList();
        this.columns = groupKeys.stream().mapToInt(key -> key.column() - 1).toArray();
        this.keys = KeyTable.of(groupKeys, state.types());
        List<AggregateCall> aggregateCalls = node.calls();
        this.calls = new AggregateState[aggregateCalls.size()];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = new AggregateState(ofSet(aggregateCalls.get(i)), compiler, state);
        }
        VectorBuilder[] builders = new VectorBuilder[columns.length];
        for (int i = 0; i < builders.length; i++) {
            builders[i] = VectorBuilder.of(groupKeys.get(i).type().carrier());
        }
        this.representatives = new BatchBuilder(builders);
    }

    /// Direct arguments are computed once for each group: what the set does not group by is NULL in them.
    private AggregateCall ofSet(AggregateCall call) {
        if (call.directArguments().isEmpty() || members.size() == node.keys().size()) {
            return call;
        }
        Set<Integer> absent = new HashSet<>();
        node.keys().forEach(key -> absent.add(key.column()));
        members.forEach(member -> absent.remove(node.keys().get(member).column()));
        List<Expr> direct = call.directArguments().stream()
                .map(argument -> ExprRewriter.replace(
                        argument,
                        e -> e instanceof Var var && absent.contains(var.attno())
                                ? Const.ofNull(var.type(), var.at())
                                : null))
                .toList();
        return call.withDirectArguments(direct);
    }

    /// An empty one for rows that had to wait.
    GroupingSet next() {
        return new GroupingSet(node, members, depth + 1, compiler, file, state);
    }

    void add(Batch batch) {
        if (columns.length == 0) {
            ensureEmptyGroup();
            aggregate(new int[batch.rowCount()], batch, true);
            return;
        }
        Vector[] key = DistinctRows.keyOf(batch, columns);
        KeyPartitions others = waiting;
        if (others != null) {
            addKnown(batch, key, others);
            return;
        }
        int[] groups = new int[batch.rowCount()];
        int before = keys.count();
        keys.addAll(key, groups.length, groups);
        if (keys.count() > before) {
            int next = before;
            for (int row = 0; row < groups.length; row++) {
                if (groups[row] == next) {
                    represent(key, row);
                    next++;
                }
            }
            long bytes = (long) (keys.count() - before) * (keys.bytesPerKey() + 8L * columns.length);
            state.memory().reserve(bytes);
            reserved += bytes;
        }
        aggregate(groups, batch, false);
        if (depth < KeyPartitions.DEEPEST && state.memory().isFull(held())) {
            waiting = new KeyPartitions(
                    node.child().output(), depth, file, state.form(node.child().output()));
        }
    }

    private long held() {
        long bytes = reserved;
        for (AggregateState call : calls) {
            bytes += call.memory();
        }
        return bytes;
    }

    private void represent(Vector[] key, int row) {
        for (int i = 0; i < columns.length; i++) {
            representatives.column(i).appendFrom(key[i], row);
            if (key[i] instanceof org.pgherd.semantics.vector.RefVector values) {
                long bytes = BatchMemory.of(values.get(row));
                state.memory().reserve(bytes);
                reserved += bytes;
            }
        }
        representatives.endRow();
    }

    private void addKnown(Batch batch, Vector[] key, KeyPartitions others) {
        int[] groups = new int[batch.rowCount()];
        int[] rows = new int[batch.rowCount()];
        int count = 0;
        for (int row = 0; row < batch.rowCount(); row++) {
            int group = keys.find(key, row);
            if (group == KeyTable.NONE) {
                others.add(keys.hash(key, row), batch, row);
            } else {
                groups[count] = group;
                rows[count++] = row;
            }
        }
        if (count > 0) {
            aggregate(Arrays.copyOf(groups, count), Gather.rows(batch, rows, count), false);
        }
    }

    private void aggregate(int[] groups, Batch batch, boolean single) {
        int count = groupCount();
        for (AggregateState call : calls) {
            call.ensureGroups(count);
            call.add(groups, batch, single);
        }
    }

    /// The group of a set without keys exists even over no rows.
    private void ensureEmptyGroup() {
        hasEmptyGroup = true;
        for (AggregateState call : calls) {
            call.ensureGroups(1);
        }
    }

    int groupCount() {
        return columns.length == 0 ? (hasEmptyGroup ? 1 : 0) : keys.count();
    }

    /// @return rows that still wait, none if there are none
    SpillRun[] endOfInput() {
        if (columns.length == 0) {
            ensureEmptyGroup();
        }
        for (AggregateState call : calls) {
            call.endOfInput();
        }
        groupRows = representatives.take();
        KeyPartitions others = waiting;
        return others == null ? new SpillRun[0] : others.finish();
    }

    /// Groups from..to-1 as output rows.
    Batch output(int from, int to) {
        BatchBuilder out = new BatchBuilder(BatchBuilder.builders(node.output(), to - from));
        int keyCount = node.keys().size();
        Batch rows = groupRows;
        for (int group = from; group < to; group++) {
            for (int key = 0; key < keyCount; key++) {
                int member = members.indexOf(key);
                if (member < 0 || rows == null) {
                    out.column(key).appendNull();
                } else {
                    out.column(key).appendFrom(rows.column(member), group);
                }
            }
            for (int i = 0; i < calls.length; i++) {
                calls[i].finish(group, out.column(keyCount + i));
            }
            for (int i = 0; i < node.groupings().size(); i++) {
                out.column(keyCount + calls.length + i)
                        .appendBoxed(grouping(node.groupings().get(i)));
            }
            out.endRow();
        }
        Batch batch = out.take();
        if (batch == null) {
            throw new AssertionError("no groups");
        }
        return batch;
    }

    /// GROUPING(): a bit per argument, set if the set does not have that key; the last argument is the lowest bit.
    private int grouping(List<Integer> arguments) {
        int bits = 0;
        for (int argument : arguments) {
            bits = bits << 1 | (members.contains(argument) ? 0 : 1);
        }
        return bits;
    }

    void close() {
        for (AggregateState call : calls) {
            call.close();
        }
        keys.clear();
        groupRows = null;
        state.memory().release(reserved);
        reserved = 0;
    }
}
