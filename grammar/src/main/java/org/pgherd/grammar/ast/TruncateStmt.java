package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// TRUNCATE.
public record TruncateStmt(List<RangeVar> relations, boolean restartSeqs, DropBehavior behavior, Position at)
        implements UtilityStatement {
    public TruncateStmt {
        relations = List.copyOf(relations);
    }
}
