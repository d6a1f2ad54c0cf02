package org.pgherd.grammar.build;

import static org.pgherd.grammar.ast.FrameOptions.*;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.SortBy;
import org.pgherd.grammar.ast.WindowDef;

/// A window in parentheses while it is read.
public final class WindowDraft {
    public @Nullable String refname;
    public List<Expr> partition = List.of();
    public List<SortBy> order = List.of();
    public int frameOptions = DEFAULTS;
    private @Nullable Expr startOffset;
    private @Nullable Expr endOffset;

    private static int mode(Token kind) {
        return NONDEFAULT
                | switch (kind.getType()) {
                    case PgSql.RANGE -> RANGE;
                    case PgSql.ROWS -> ROWS;
                    default -> GROUPS;
                };
    }

    private static SqlException windowing(String message, FrameBound at) {
        return new SqlException(
                SqlState.WINDOWING_ERROR,
                message,
                new Position(at.at().start(), at.at().start()));
    }

    /// A frame without BETWEEN ends at the current row.
    public void frame(NodeActions parser, Token kind, FrameBound start) {
        switch (start.option()) {
            case START_UNBOUNDED_FOLLOWING -> throw windowing("frame start cannot be UNBOUNDED FOLLOWING", start);
            case START_OFFSET_FOLLOWING ->
                throw windowing("frame starting from following row cannot end with current row", start);
            default -> {}
        }
        frameOptions = mode(kind) | start.option() | END_CURRENT_ROW;
        startOffset = start.offset();
    }

    public void frame(NodeActions parser, Token kind, FrameBound start, FrameBound end) {
        int from = start.option();
        int to = end.option() << 1;
        if (from == START_UNBOUNDED_FOLLOWING) {
            throw windowing("frame start cannot be UNBOUNDED FOLLOWING", start);
        }
        if (to == END_UNBOUNDED_PRECEDING) {
            throw windowing("frame end cannot be UNBOUNDED PRECEDING", end);
        }
        if (from == START_CURRENT_ROW && to == END_OFFSET_PRECEDING) {
            throw windowing("frame starting from current row cannot have preceding rows", end);
        }
        if (from == START_OFFSET_FOLLOWING && (to == END_OFFSET_PRECEDING || to == END_CURRENT_ROW)) {
            throw windowing("frame starting from following row cannot have preceding rows", end);
        }
        frameOptions = mode(kind) | from | to | BETWEEN;
        startOffset = start.offset();
        endOffset = end.offset();
    }

    public WindowDef build(Position at) {
        return new WindowDef(null, refname, partition, order, frameOptions, startOffset, endOffset, at);
    }
}
