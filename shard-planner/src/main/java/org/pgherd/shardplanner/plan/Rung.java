package org.pgherd.shardplanner.plan;

/// The rungs of the ladder, highest first (see "The ladder" in ARCHITECTURE.md).
public enum Rung {
    ROUTE,
    SCATTER,
    SPLIT,
    /// Rows that do not lie together are brought together on the shards, in temporary tables.
    REPARTITION,
    PULL,
    ASK;

    /// As the setting `pgherd.max_pushdown` and EXPLAIN spell it.
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether a plan on this rung is allowed under the cap.
    public boolean allowedBy(Rung cap) {
        return ordinal() >= cap.ordinal();
    }

    /// The lower one of both.
    public Rung lower(Rung other) {
        return ordinal() >= other.ordinal() ? this : other;
    }
}
