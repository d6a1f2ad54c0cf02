package org.pgherd.semantics.aggregate;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import org.jspecify.annotations.Nullable;

/// The aggregates that Java implements, by pg_proc.oid.
public final class AggregateRegistry {
    private final Int2ObjectOpenHashMap<AggregateFunction> byOid = new Int2ObjectOpenHashMap<>();

    private AggregateRegistry() {
        for (AggregateFunction aggregate : AggregateLibrary.aggregates()) {
            for (int oid : aggregate.oids()) {
                if (byOid.put(oid, aggregate) != null) {
                    throw new AssertionError("two implementations of aggregate " + oid);
                }
            }
        }
    }

    private static final class Holder {
        static final AggregateRegistry INSTANCE = new AggregateRegistry();
    }

    public static AggregateRegistry instance() {
        return Holder.INSTANCE;
    }

    /// Null if Java does not implement it.
    public @Nullable AggregateFunction aggregate(int oid) {
        return byOid.get(oid);
    }
}
