package org.pgherd.executor.operator;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.WindowFrame;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.expression.EvaluationContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.shardplanner.plan.FrameClause;

/// The frame of each row of one partition (nodeWindowAgg.c: update_frameheadpos, update_frametailpos).
/// Positions are row numbers of the whole input; ends are exclusive.
final class WindowFrames {
    private final FrameClause clause;
    private final @Nullable RowOrder order;
    private final EvaluationContext context;
    private final Batch rows;
    private final int orderColumn;
    private final @Nullable SqlType orderType;
    private final @Nullable Object startOffset;
    private final @Nullable Object endOffset;
    private final RangeBound startBound = new RangeBound();
    private final RangeBound endBound = new RangeBound();
    private int from;
    private int to;
    /// By row - from: the first and last + 1 row of its peers.
    private int[] peerStart = {};
    private int[] peerEnd = {};
    /// By row - from: the number of its peer group; and where each group starts.
    private int[] group = {};
    private int[] groupStart = {};

    /// @param order null without ORDER BY: all rows are peers
    /// @param orderColumn index of the first ordering column, -1 if none
    WindowFrames(
            FrameClause clause,
            @Nullable RowOrder order,
            int orderColumn,
            @Nullable SqlType orderType,
            @Nullable Object startOffset,
            @Nullable Object endOffset,
            Batch rows,
            EvaluationContext context) {
        this.clause = clause;
        this.order = order;
        this.orderColumn = orderColumn;
        this.orderType = orderType;
        this.startOffset = startOffset;
        this.endOffset = endOffset;
        this.rows = rows;
        this.context = context;
        checkOffset(startOffset, clause.frame().start(), "starting");
        checkOffset(endOffset, clause.frame().end(), "ending");
    }

    private void checkOffset(@Nullable Object offset, WindowFrame.Bound bound, String which) {
        if (bound != WindowFrame.Bound.OFFSET_PRECEDING && bound != WindowFrame.Bound.OFFSET_FOLLOWING) {
            return;
        }
        if (offset == null) {
            throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "frame " + which + " offset must not be null");
        }
        if (clause.frame().mode() != WindowFrame.Mode.RANGE && ((Number) offset).longValue() < 0) {
            throw new SqlException(
                    SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE, "frame " + which + " offset must not be negative");
        }
    }

    /// Moves to the partition of rows first..end-1.
    void partition(int first, int end) {
        from = first;
        to = end;
        startBound.group = -1;
        endBound.group = -1;
        int count = end - first;
        peerStart = new int[count];
        peerEnd = new int[count];
        group = new int[count];
        int[] starts = new int[count + 1];
        int groups = 0;
        for (int row = first; row < end; row++) {
            boolean peer = row > first && (order == null || order.compare(rows, row - 1, rows, row) == 0);
            if (!peer) {
                starts[groups++] = row;
            }
            group[row - first] = groups - 1;
        }
        starts[groups] = end;
        groupStart = Arrays.copyOf(starts, groups + 1);
        for (int i = 0; i < count; i++) {
            peerStart[i] = groupStart[group[i]];
            peerEnd[i] = groupStart[group[i] + 1];
        }
    }

    int peerStart(int row) {
        return peerStart[row - from];
    }

    int peerEnd(int row) {
        return peerEnd[row - from];
    }

    /// How many peer groups come before the row's.
    int groupNumber(int row) {
        return group[row - from];
    }

    /// First row of the frame.
    int start(int row) {
        return switch (clause.frame().start()) {
            case UNBOUNDED_PRECEDING -> from;
            case UNBOUNDED_FOLLOWING -> to;
            case CURRENT_ROW -> clause.frame().mode() == WindowFrame.Mode.ROWS ? row : peerStart(row);
            case OFFSET_PRECEDING -> offset(row, startOffset, true, true);
            case OFFSET_FOLLOWING -> offset(row, startOffset, false, true);
        };
    }

    /// Row after the last one of the frame.
    int end(int row) {
        return switch (clause.frame().end()) {
            case UNBOUNDED_PRECEDING -> from;
            case UNBOUNDED_FOLLOWING -> to;
            case CURRENT_ROW -> clause.frame().mode() == WindowFrame.Mode.ROWS ? row + 1 : peerEnd(row);
            case OFFSET_PRECEDING -> offset(row, endOffset, true, false);
            case OFFSET_FOLLOWING -> offset(row, endOffset, false, false);
        };
    }

    private int offset(int row, @Nullable Object offset, boolean preceding, boolean start) {
        return switch (clause.frame().mode()) {
            case ROWS -> {
                long at = row + distance(offset, preceding) + (start ? 0 : 1);
                yield (int) Math.clamp(at, (long) from, (long) to);
            }
            case GROUPS -> {
                long wanted = group[row - from] + distance(offset, preceding) + (start ? 0 : 1);
                yield groupStart[(int) Math.clamp(wanted, 0L, (long) groupStart.length - 1)];
            }
            case RANGE -> range(row, offset, preceding, start);
        };
    }

    /// In rows or groups, negative towards the start; no partition is longer than an int, so more is as good as
    /// that.
    private static long distance(@Nullable Object offset, boolean preceding) {
        long distance = Math.min(((Number) Objects.requireNonNull(offset)).longValue(), Integer.MAX_VALUE);
        return preceding ? -distance : distance;
    }

    /// Asks the type's in_range function row by row, from where the bound of the row before was: bounds only move
    /// on, and peers share them. NULLs are in range of NULLs only.
    private int range(int row, @Nullable Object offset, boolean preceding, boolean start) {
        Vector column = rows.column(orderColumn);
        if (column.isNull(row)) {
            return start ? peerStart(row) : peerEnd(row);
        }
        RangeBound bound = start ? startBound : endBound;
        int peers = group[row - from];
        if (bound.group == peers) {
            return bound.at;
        }
        InRange inRange = inRange(bound, start);
        Object base = Objects.requireNonNull(column.boxed(row));
        Object distance = Objects.requireNonNull(offset);
        // in descending order PRECEDING adds and the test is turned round
        boolean subtract = preceding == clause.inRangeAscending();
        boolean less = start ? !clause.inRangeAscending() : clause.inRangeAscending();
        int at = bound.group >= 0 && bound.group < peers ? bound.at : from;
        while (at < to) {
            boolean before;
            if (column.isNull(at)) {
                before = clause.inRangeNullsFirst();
            } else {
                boolean holds = inRange.test(Objects.requireNonNull(column.boxed(at)), base, distance, subtract, less);
                before = start != holds;
            }
            if (!before) {
                break;
            }
            at++;
        }
        bound.group = peers;
        bound.at = at;
        return at;
    }

    private InRange inRange(RangeBound bound, boolean start) {
        InRange known = bound.inRange;
        if (known == null) {
            Expr expr = Objects.requireNonNull(start ? clause.startOffset() : clause.endOffset());
            known = InRange.of(
                    start ? clause.startInRange() : clause.endInRange(),
                    Objects.requireNonNull(orderType),
                    expr.type(),
                    clause.inRangeCollation(),
                    context);
            bound.inRange = known;
        }
        return known;
    }

    /// Whether EXCLUDE takes a row out of another's frame.
    boolean isExcluded(int row, int current) {
        return switch (clause.frame().exclusion()) {
            case NO_OTHERS -> false;
            case CURRENT_ROW -> row == current;
            case GROUP -> row >= peerStart(current) && row < peerEnd(current);
            case TIES -> row != current && row >= peerStart(current) && row < peerEnd(current);
        };
    }

    WindowFrame.Exclusion exclusion() {
        return clause.frame().exclusion();
    }

    boolean excludes() {
        return clause.frame().exclusion() != WindowFrame.Exclusion.NO_OTHERS;
    }

    /// Where a RANGE frame began or ended for the last row that was asked for.
    private static final class RangeBound {
        @Nullable
        InRange inRange;
        /// The number of the row's peer group, -1 before the first.
        int group = -1;

        int at;
    }
}
