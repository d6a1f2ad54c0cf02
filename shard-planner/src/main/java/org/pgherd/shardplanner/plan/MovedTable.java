package org.pgherd.shardplanner.plan;

import java.util.List;

/// A table of the family of inheritance whose rows an UPDATE moves between shards: a row stays in the very table that
/// holds it, with the columns that its parent lacks.
///
/// @param own the table's columns that the updated table lacks; their sources are 1, 2...
/// @param onlyShard where all rows of the table are, as those of a temporary one; -1 if they lie by their key
public record MovedTable(WriteTarget target, List<WriteColumn> own, int onlyShard) {
    public MovedTable {
        own = List.copyOf(own);
    }
}
