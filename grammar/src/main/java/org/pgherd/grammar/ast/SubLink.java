package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A subquery in an expression; IN (SELECT) is ANY without `operName`.
public record SubLink(
        SubLinkType subLinkType,
        @Nullable Expr testexpr,
        List<String> operName,
        SelectStmt subselect,
        Position location,
        Position at)
        implements Expr {
    public SubLink {
        operName = List.copyOf(operName);
    }
}
