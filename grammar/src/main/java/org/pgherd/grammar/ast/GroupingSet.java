package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// (), ROLLUP, CUBE or GROUPING SETS; `content` holds [Expr] and, in SETS, [GroupingSet].
public record GroupingSet(GroupingSetKind kind, List<Node> content, Position at) implements Node {
    public GroupingSet {
        content = List.copyOf(content);
    }
}
