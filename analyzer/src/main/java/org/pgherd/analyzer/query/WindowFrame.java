package org.pgherd.analyzer.query;

/// The frame of a window (frameOptions).
///
/// @param isDefault no frame clause was written: RANGE UNBOUNDED PRECEDING .. CURRENT ROW
public record WindowFrame(Mode mode, Bound start, Bound end, boolean between, Exclusion exclusion, boolean isDefault) {
    public static final WindowFrame DEFAULT =
            new WindowFrame(Mode.RANGE, Bound.UNBOUNDED_PRECEDING, Bound.CURRENT_ROW, false, Exclusion.NO_OTHERS, true);
    /// The unit of the bounds.
    public enum Mode {
        RANGE,
        ROWS,
        GROUPS
    }
    /// One end of the frame.
    public enum Bound {
        UNBOUNDED_PRECEDING,
        OFFSET_PRECEDING,
        CURRENT_ROW,
        OFFSET_FOLLOWING,
        UNBOUNDED_FOLLOWING
    }
    /// Rows taken out of the frame.
    public enum Exclusion {
        NO_OTHERS,
        CURRENT_ROW,
        GROUP,
        TIES
    }
}
