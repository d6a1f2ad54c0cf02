package org.pgherd.shardplanner.plan;

import java.util.List;

/// What [ShardMerge] does with the rows that chose it.
///
/// @param columns assigned columns and where in the child's output their values stand
/// @param key index (0-based) into `columns` of an inserted row's shard key; -1 if the table is not sharded
/// @param overriding OVERRIDING clause of an INSERT, or empty
/// @param move UPDATE that assigns the shard key: the whole new row; else empty
/// @param moveKey index (0-based) into `move` of the shard key; -1 without move
public record MergeBranch(
        Kind kind, List<WriteColumn> columns, int key, String overriding, List<WriteColumn> move, int moveKey) {
    public MergeBranch {
        columns = List.copyOf(columns);
        move = List.copyOf(move);
    }

    /// Which write.
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }
}
