package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;

/// GROUPING SETS, ROLLUP, CUBE or a plain set.
/// @param refs SIMPLE: the sortGroupRefs of the set
public record GroupingSet(Kind kind, List<Integer> refs, List<GroupingSet> content, Position at) {
    public GroupingSet {
        refs = List.copyOf(refs);
        content = List.copyOf(content);
    }

    /// Which construct (GroupingSetKind).
    public enum Kind {
        EMPTY,
        SIMPLE,
        ROLLUP,
        CUBE,
        SETS
    }
}
