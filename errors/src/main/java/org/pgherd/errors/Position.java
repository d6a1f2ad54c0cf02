package org.pgherd.errors;

/// A range of a statement's text, in UTF-16 offsets, `start` inclusive, `end` exclusive.
/// What is shown to a user is [#character], the 1-based character position that PostgreSQL reports.
public record Position(int start, int end) {
    /// For nodes that no text stands for.
    public static final Position NONE = new Position(-1, -1);

    public static Position at(int start) {
        return new Position(start, start);
    }

    public boolean isKnown() {
        return start >= 0;
    }

    /// The smallest range that covers both; an unknown one counts for nothing.
    public Position to(Position other) {
        if (!isKnown()) {
            return other;
        }
        return other.isKnown() ? new Position(Math.min(start, other.start), Math.max(end, other.end)) : this;
    }

    /// 1-based position in code points, or 0 if unknown.
    public int character(String text) {
        return isKnown() ? text.codePointCount(0, Math.min(start, text.length())) + 1 : 0;
    }
}
