package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.GroupKey;

/// Runs Aggregate by hashing. Groups come out in the order of their first rows, so sorted input gives sorted
/// groups.
final class AggregateOperator extends SingleChild {
    private final Aggregate node;
    private final ExpressionCompiler compiler;
    private final ExecutionState state;
    private List<GroupingSetState> sets = new ArrayList<>();
    private boolean computed;
    private int currentSet;
    private int currentGroup;

    AggregateOperator(Aggregate node, Operator child, ExpressionCompiler compiler, ExecutionState state) {
        super(child);
        this.node = node;
        this.compiler = compiler;
        this.state = state;
    }

    /// One grouping set: which keys it has, its groups, and a row that stands for each.
    private final class GroupingSetState {
        final List<Integer> members;
        final int[] columns;
        final KeyTable keys;
        final AggregateState[] calls;
        final BatchBuilder representatives;
        private long reserved;
        private @Nullable Batch groupRows;

        GroupingSetState(List<Integer> members) {
            this.members = members;
            List<GroupKey> groupKeys =
                    members.stream().map(index -> node.keys().get(index)).toList();
            this.columns = groupKeys.stream().mapToInt(key -> key.column() - 1).toArray();
            this.keys = new KeyTable(groupKeys.stream().map(GroupKey::type).toArray(SqlType[]::new));
            List<AggregateCall> aggregateCalls = node.calls();
            this.calls = new AggregateState[aggregateCalls.size()];
            for (int i = 0; i < calls.length; i++) {
                calls[i] = new AggregateState(aggregateCalls.get(i), compiler, state);
            }
            VectorBuilder[] builders = new VectorBuilder[columns.length];
            for (int i = 0; i < builders.length; i++) {
                builders[i] = VectorBuilder.of(groupKeys.get(i).type().carrier());
            }
            this.representatives = new BatchBuilder(builders);
        }

        void add(Batch batch) {
            int[] groups = new int[batch.rowCount()];
            int before = keys.count();
            if (columns.length == 0) {
                if (before == 0) {
                    ensureEmptyGroup();
                }
            } else {
                Vector[] key = KeyFilter.keyOf(batch, columns);
                for (int row = 0; row < groups.length; row++) {
                    int known = keys.count();
                    int group = keys.add(key, row);
                    if (group == known) {
                        for (int i = 0; i < columns.length; i++) {
                            representatives.column(i).appendFrom(key[i], row);
                        }
                        representatives.endRow();
                    }
                    groups[row] = group;
                }
                long bytes = (long) (keys.count() - before) * (keys.bytesPerKey() + 16L * columns.length);
                state.memory().reserve(bytes);
                reserved += bytes;
            }
            for (AggregateState call : calls) {
                call.ensureGroups(groupCount());
                call.add(groups, batch);
            }
        }

        private boolean hasEmptyGroup;

        /// The group of a set without keys exists even over no rows.
        void ensureEmptyGroup() {
            hasEmptyGroup = true;
            for (AggregateState call : calls) {
                call.ensureGroups(1);
            }
        }

        int groupCount() {
            return columns.length == 0 ? (hasEmptyGroup ? 1 : 0) : keys.count();
        }

        void endOfInput() {
            if (columns.length == 0) {
                ensureEmptyGroup();
            }
            for (AggregateState call : calls) {
                call.endOfInput();
            }
            groupRows = representatives.take();
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

        /// GROUPING(): a bit per argument, set if the set does not have that key; the last argument is the
        /// lowest bit.
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
            state.memory().release(reserved);
            reserved = 0;
        }
    }

    @Override
    public void restart() {
        clear();
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        if (!computed) {
            computed = true;
            compute();
        }
        while (currentSet < sets.size()) {
            GroupingSetState set = sets.get(currentSet);
            if (currentGroup < set.groupCount()) {
                state.cancel().check();
                int to = Math.min(set.groupCount(), currentGroup + Batch.DEFAULT_ROWS);
                Batch batch = set.output(currentGroup, to);
                currentGroup = to;
                return batch;
            }
            currentSet++;
            currentGroup = 0;
        }
        return null;
    }

    private void compute() {
        if (node.groupingSets().isEmpty()) {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < node.keys().size(); i++) {
                all.add(i);
            }
            sets.add(new GroupingSetState(all));
        } else {
            node.groupingSets().forEach(set -> sets.add(new GroupingSetState(set)));
        }
        for (Batch batch = child.next(); batch != null; batch = child.next()) {
            state.cancel().check();
            for (GroupingSetState set : sets) {
                set.add(batch);
            }
        }
        child.close();
        sets.forEach(GroupingSetState::endOfInput);
    }

    private void clear() {
        sets.forEach(GroupingSetState::close);
        sets = new ArrayList<>();
        computed = false;
        currentSet = 0;
        currentGroup = 0;
    }

    @Override
    public void close() {
        clear();
        child.close();
    }
}
