package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// Runs Append.
final class AppendOperator implements Operator {
    private final List<Operator> children;
    private int position;

    AppendOperator(List<Operator> children) {
        this.children = children;
    }

    @Override
    public void restart() {
        position = 0;
        children.forEach(Operator::restart);
    }

    @Override
    public @Nullable Batch next() {
        while (position < children.size()) {
            Batch batch = children.get(position).next();
            if (batch != null) {
                return batch;
            }
            position++;
        }
        return null;
    }

    @Override
    public void close() {
        children.forEach(Operator::close);
    }
}
