package org.pgherd.executor;

/// How many rows the client of a cursor is about to take. Shards compute no more than that ahead: a row may fail, and
/// when it does must depend on what the client does before it asks for the row.
public final class Demand {
    private long rows = 1;

    public void expect(long count) {
        rows = Math.max(1, count);
    }

    /// As much as another, or all there is.
    public void expect(Demand other, boolean all) {
        rows = all ? Long.MAX_VALUE : other.rows;
    }

    /// As Execute of the protocol takes it: 0 for all.
    public int limit() {
        return rows > Integer.MAX_VALUE ? 0 : (int) rows;
    }
}
