package org.pgherd.semantics.value;

import java.util.List;

/// A multirange: ranges that are not empty, in order, neither overlapping nor adjacent.
///
/// @param typeOid the multirange type
public record PgMultirange(int typeOid, List<PgRange> ranges) {
    public PgMultirange {
        ranges = List.copyOf(ranges);
    }
}
