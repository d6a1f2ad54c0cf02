package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One WHEN of MERGE.
public record MergeAction(
        MatchKind matchKind,
        CommandType commandType,
        Overriding override,
        @Nullable Expr qual,
        List<TargetEntry> targetList) {
    public MergeAction {
        targetList = List.copyOf(targetList);
    }

    public MergeAction withTargetList(List<TargetEntry> changed) {
        return new MergeAction(matchKind, commandType, override, qual, changed);
    }

    /// Which rows it is for.
    public enum MatchKind {
        MATCHED,
        NOT_MATCHED_BY_SOURCE,
        NOT_MATCHED_BY_TARGET
    }
}
