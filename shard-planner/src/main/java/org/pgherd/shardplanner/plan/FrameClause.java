package org.pgherd.shardplanner.plan;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.WindowFrame;

/// The frame clause of a window with its offsets.
///
/// @param startOffset value of `n PRECEDING|FOLLOWING`, over parameters and constants only
/// @param startInRange oid of the in_range support function for RANGE with offset, else 0
/// @param inRangeAscending how the single ordering column is sorted, for in_range
public record FrameClause(
        WindowFrame frame,
        @Nullable Expr startOffset,
        @Nullable Expr endOffset,
        int startInRange,
        int endInRange,
        int inRangeCollation,
        boolean inRangeAscending,
        boolean inRangeNullsFirst) {
    public static final FrameClause DEFAULT = new FrameClause(WindowFrame.DEFAULT, null, null, 0, 0, 0, true, false);
}
