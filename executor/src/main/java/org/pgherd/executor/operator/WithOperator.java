package org.pgherd.executor.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Batch;

/// Runs With: its definitions are read by the scans below.
final class WithOperator extends SingleChild {
    private final List<CteStore> definitions;

    WithOperator(List<CteStore> definitions, Operator child) {
        super(child);
        this.definitions = definitions;
    }

    @Override
    public void restart() {
        definitions.forEach(CteStore::restart);
        child.restart();
    }

    @Override
    public @Nullable Batch next() {
        return child.next();
    }

    @Override
    public void close() {
        child.close();
        for (CteStore definition : definitions) {
            if (!definition.writes()) {
                definition.close();
            }
        }
    }
}
