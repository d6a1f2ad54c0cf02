package org.pgherd.analyzer.query;

/// FOR UPDATE and its kin, for one range table entry.
///
/// @param pushedDown it came from the query around
public record RowMarkClause(int rti, Strength strength, WaitPolicy waitPolicy, boolean pushedDown) {
    /// Weakest first.
    public enum Strength {
        KEY_SHARE,
        SHARE,
        NO_KEY_UPDATE,
        UPDATE
    }
    /// What to do about rows locked by others.
    public enum WaitPolicy {
        BLOCK,
        SKIP,
        ERROR
    }
}
