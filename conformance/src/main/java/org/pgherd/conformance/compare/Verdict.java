package org.pgherd.conformance.compare;

/// How two outcomes relate. [#SAME] is the only good one.
public enum Verdict {
    SAME,
    /// Both gave rows, but not the same ones.
    ROWS,
    /// The same rows in another order than the ORDER BY asks for.
    ORDER,
    /// Column names or types.
    COLUMNS,
    /// Command tags.
    TAG,
    /// Both failed, with another SQLSTATE.
    SQLSTATE,
    /// The same SQLSTATE, another message.
    MESSAGE,
    /// Only the herd failed.
    REFUSED,
    /// Only PostgreSQL failed.
    ACCEPTED,
    SKIPPED
}
