package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// FOR UPDATE and its kin; no `lockedRels` means all.
public record LockingClause(
        List<RangeVar> lockedRels, LockClauseStrength strength, LockWaitPolicy waitPolicy, Position at)
        implements Node {
    public LockingClause {
        lockedRels = List.copyOf(lockedRels);
    }
}
