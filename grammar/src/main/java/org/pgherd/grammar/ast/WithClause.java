package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// WITH.
public record WithClause(List<CommonTableExpr> ctes, boolean recursive, Position at) implements Node {
    public WithClause {
        ctes = List.copyOf(ctes);
    }
}
