package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// SET CONSTRAINTS; none means ALL.
public record ConstraintsSetStmt(List<RangeVar> constraints, boolean deferred, Position at)
        implements UtilityStatement {
    public ConstraintsSetStmt {
        constraints = List.copyOf(constraints);
    }
}
