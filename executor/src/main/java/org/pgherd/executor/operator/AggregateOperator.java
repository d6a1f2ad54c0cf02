package org.pgherd.executor.operator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.spill.SpillFile;
import org.pgherd.executor.spill.SpillRun;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.shardplanner.plan.Aggregate;

/// Runs Aggregate by hashing: every grouping set over the same rows at once, then one set's groups after another's.
final class AggregateOperator extends SingleChild {
    private final Aggregate node;
    private final ExpressionCompiler compiler;
    private final ExecutionState state;
    private final SpillFile file;
    /// Sets whose rows have all come.
    private final ArrayDeque<GroupingSet> filled = new ArrayDeque<>();
    /// Rows of other groups, which wait for their turn.
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable GroupingSet current;
    private boolean computed;
    private int currentGroup;

    /// @param after whose groups are made of other rows of the same input
    private record Waiting(SpillRun rows, GroupingSet after) {}

    AggregateOperator(Aggregate node, Operator child, ExpressionCompiler compiler, ExecutionState state) {
        super(child);
        this.node = node;
        this.compiler = compiler;
        this.state = state;
        this.file = new SpillFile(state.memory());
        state.onClose(file);
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
        while (true) {
            GroupingSet set = current;
            if (set == null) {
                set = nextSet();
                if (set == null) {
                    return null;
                }
                current = set;
                currentGroup = 0;
            }
            if (currentGroup < set.groupCount()) {
                state.cancel().check();
                int to = Math.min(set.groupCount(), currentGroup + Batch.DEFAULT_ROWS);
                Batch batch = set.output(currentGroup, to);
                currentGroup = to;
                return batch;
            }
            set.close();
            current = null;
        }
    }

    private void compute() {
        List<GroupingSet> sets = new ArrayList<>();
        if (node.groupingSets().isEmpty()) {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < node.keys().size(); i++) {
                all.add(i);
            }
            sets.add(new GroupingSet(node, all, 0, compiler, file, state));
        } else {
            node.groupingSets().forEach(set -> sets.add(new GroupingSet(node, set, 0, compiler, file, state)));
        }
        filled.addAll(sets);
        for (Batch batch = child.next(); batch != null; batch = child.next()) {
            state.cancel().check();
            for (GroupingSet set : sets) {
                set.add(batch);
            }
        }
        child.close();
        sets.forEach(this::endOfInput);
    }

    private void endOfInput(GroupingSet set) {
        for (SpillRun run : set.endOfInput()) {
            if (run.rowCount() > 0) {
                waiting.add(new Waiting(run, set));
            }
        }
    }

    private @Nullable GroupingSet nextSet() {
        GroupingSet ready = filled.poll();
        if (ready != null) {
            return ready;
        }
        Waiting next = waiting.pollLast();
        if (next == null) {
            return null;
        }
        GroupingSet set = next.after.next();
        SpillRun.Reader reader = next.rows.read();
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
            state.cancel().check();
            set.add(batch);
        }
        endOfInput(set);
        return set;
    }

    private void clear() {
        GroupingSet open = current;
        if (open != null) {
            open.close();
            current = null;
        }
        filled.forEach(GroupingSet::close);
        filled.clear();
        waiting.clear();
        file.close();
        computed = false;
        currentGroup = 0;
    }

    @Override
    public void close() {
        clear();
        child.close();
    }
}
