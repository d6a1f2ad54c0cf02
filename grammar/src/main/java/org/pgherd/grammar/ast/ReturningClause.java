package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// RETURNING, with PostgreSQL 18's WITH (OLD AS o, NEW AS n).
public record ReturningClause(List<ReturningOption> options, List<ResTarget> exprs, Position at) implements Node {
    public ReturningClause {
        options = List.copyOf(options);
        exprs = List.copyOf(exprs);
    }
}
