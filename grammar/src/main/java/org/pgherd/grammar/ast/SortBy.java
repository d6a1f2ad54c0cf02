package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// One key of ORDER BY; `useOp` is the operator of USING.
public record SortBy(Expr node, SortByDir sortbyDir, SortByNulls sortbyNulls, List<String> useOp, Position at)
        implements Node {
    public SortBy {
        useOp = List.copyOf(useOp);
    }
}
