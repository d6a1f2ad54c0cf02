package org.pgherd.executor.operator;

/// Single rows of a frame (nodeWindowAgg.c:WinGetFuncArgInFrame). EXCLUDE is accounted for by skipping as many rows as
/// the current row's peers have in the frame; where the current row itself is outside of the frame, PostgreSQL may so
/// find no row though there is one, and so does this.
final class FrameRow {
    private FrameRow() {}

    /// The n-th row, from 1; -1 if there is none.
    static int nth(WindowFrames frames, int row, int n) {
        int start = frames.start(row);
        long at = (long) start + n - 1;
        int peers = frames.peerStart(row);
        int peersEnd = frames.peerEnd(row);
        boolean touches = at >= peers && peersEnd > start;
        int overlap = Math.max(peers, start);
        switch (frames.exclusion()) {
            case NO_OTHERS -> {}
            case CURRENT_ROW -> at += at >= row && row >= start ? 1 : 0;
            case GROUP -> at += touches ? peersEnd - overlap : 0;
            case TIES -> {
                if (touches) {
                    at = at == overlap ? row : at + peersEnd - overlap - 1;
                }
            }
        }
        return within(frames, row, at);
    }

    /// The last row; -1 if there is none.
    static int last(WindowFrames frames, int row) {
        int end = frames.end(row);
        long at = (long) end - 1;
        int peers = frames.peerStart(row);
        int peersEnd = frames.peerEnd(row);
        boolean touches = at < peersEnd && peers < end;
        int overlapEnd = Math.min(peersEnd, end);
        switch (frames.exclusion()) {
            case NO_OTHERS -> {}
            case CURRENT_ROW -> at -= at <= row && row < end ? 1 : 0;
            case GROUP -> at -= touches ? overlapEnd - peers : 0;
            case TIES -> {
                if (touches) {
                    at = at == overlapEnd - 1 ? row : at - (overlapEnd - 1 - peers);
                }
            }
        }
        return within(frames, row, at);
    }

    private static int within(WindowFrames frames, int row, long at) {
        boolean inFrame = at >= frames.start(row) && at < frames.end(row) && !frames.isExcluded((int) at, row);
        return inFrame ? (int) at : -1;
    }
}
