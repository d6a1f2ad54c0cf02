package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// LOCK TABLE.
public record LockStmt(List<RangeVar> relations, LockMode mode, boolean nowait, Position at)
        implements UtilityStatement {
    public LockStmt {
        relations = List.copyOf(relations);
    }
}
