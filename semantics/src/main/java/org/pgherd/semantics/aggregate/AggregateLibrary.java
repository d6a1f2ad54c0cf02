package org.pgherd.semantics.aggregate;

import java.util.List;

/// The aggregates, one line per class; [AggregateRegistry] indexes them.
public final class AggregateLibrary {
    private static final List<AggregateFunction> AGGREGATES = List.of();

    private AggregateLibrary() {}

    public static List<AggregateFunction> aggregates() {
        return AGGREGATES;
    }
}
