package org.pgherd.semantics.function.identity;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.Snapshot;

/// What a snapshot sees (xid8funcs.c); those of txid_snapshot are the same.
public final class Snapshots {
    private Snapshots() {}

    @PgFunction(oid = {5062, 2945})
    public static long pg_snapshot_xmin(Snapshot snapshot) {
        return snapshot.xmin();
    }

    @PgFunction(oid = {5063, 2946})
    public static long pg_snapshot_xmax(Snapshot snapshot) {
        return snapshot.xmax();
    }

    @PgFunction(oid = {5064, 2947})
    public static RowIterator pg_snapshot_xip(Snapshot snapshot) {
        return RowIterator.ofValues(snapshot.running().iterator());
    }

    @PgFunction(oid = {5065, 2948})
    public static boolean pg_visible_in_snapshot(long transaction, Snapshot snapshot) {
        return Long.compareUnsigned(transaction, snapshot.xmin()) < 0
                || Long.compareUnsigned(transaction, snapshot.xmax()) < 0
                        && !snapshot.running().contains(transaction);
    }
}
