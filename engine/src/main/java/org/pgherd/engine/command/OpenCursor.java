package org.pgherd.engine.command;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.UpdatableScan;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.grammar.ast.FetchDirection;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Batch;

/// A cursor over a query's rows (portalcmds.c, pquery.c: PortalRunFetch). Rows are taken from the query as far
/// as they
/// are asked for, and kept for going back.
///
/// Position 0 is before the first row, n on row n, and one past the last row after the end.
public final class OpenCursor {
    private final StatementResult.Rows source;
    private final boolean scroll;
    private final boolean scrollable;
    private final boolean hold;
    private final String text;
    private final boolean binary;
    private final long created;
    private final CursorRows rows;
    private final UpdatableScan scan;
    private final int shown;
    private final LongOpenHashSet keysChanged = new LongOpenHashSet();
    private final Long2ObjectOpenHashMap<@Nullable Object[]> moves = new Long2ObjectOpenHashMap<>();
    private boolean complete;
    private boolean failed;
    private boolean held;
    private long position;

    /// @param scan which tables' rows it stands on, told by columns behind those that it shows
    /// @param scroll whether it may go back
    /// @param scrollable whether pg_cursors says so
    /// @param binary as it was declared; the protocol says how values are sent
    /// @param created when, in microseconds since 2000
    public OpenCursor(
            StatementResult.Rows source,
            UpdatableScan scan,
            RowStore store,
            boolean scroll,
            boolean scrollable,
            boolean hold,
            boolean binary,
            String text,
            long created) {
        this.source = source;
        this.scroll = scroll;
        this.scrollable = scrollable;
        this.hold = hold;
        this.text = text;
        this.binary = binary;
        this.created = created;
        this.rows = new CursorRows(store);
        this.scan = scan;
        this.shown = source.columns().size() - scan.added();
    }

    public List<ResultColumn> columns() {
        return source.columns().subList(0, shown);
    }

    UpdatableScan scan() {
        return scan;
    }

    /// The columns that tell where the row lies on which it stands; null if it stands on none.
    @Nullable
    Object @Nullable [] added() {
        return onRow() ? rows.row(position - 1, shown, scan.added()) : null;
    }

    /// The row on which it stands has been given another shard key, and with it perhaps another place.
    void moved(@Nullable Object key, @Nullable Object ctid) {
        keysChanged.add(position);
        moves.put(position, new @Nullable Object[] {key, ctid});
    }

    /// Key and ctid that the row on which it stands was given; null if it was not, or that may have been undone.
    @Nullable
    Object @Nullable [] place() {
        return moves.get(position);
    }

    /// Whether the row on which it stands may lie on another shard.
    boolean hasChangedKey() {
        return keysChanged.contains(position);
    }

    /// Something was rolled back: rows may be again where they were.
    void forgetMoves() {
        moves.clear();
    }

    /// Whether reading its query has failed: then it is of no more use (MarkPortalFailed of portalmem.c).
    boolean isFailed() {
        return failed;
    }

    /// As pg_cursors shows it.
    @Nullable
    Object[] described(String name) {
        return new @Nullable Object[] {Text.of(name), Text.of(text), hold, binary, scrollable, created};
    }

    boolean held() {
        return held;
    }

    void holdOver() {
        if (hold) {
            load(Long.MAX_VALUE);
            held = true;
        }
    }

    public void close() {
        source.close();
        rows.close();
    }

    /// Moves, and gives the rows met on the way in the order of moving; the cursor ends on the last of them,
    /// or past an
    /// end if there were too few.
    public List<@Nullable Object[]> fetch(FetchDirection direction, long count) {
        return switch (direction) {
            case FORWARD -> count < 0 ? backward(-count) : forward(count);
            case BACKWARD -> count < 0 ? forward(-count) : backward(count);
            case ABSOLUTE -> absolute(count);
            case RELATIVE -> relative(count);
        };
    }

    private List<@Nullable Object[]> forward(long count) {
        if (count == 0) {
            return again();
        }
        long last = position > Long.MAX_VALUE - count ? Long.MAX_VALUE : position + count;
        load(last);
        List<@Nullable Object[]> found = new ArrayList<>();
        long end = Math.min(last, rows.size());
        for (long at = position + 1; at <= end; at++) {
            found.add(rows.row(at - 1, 0, shown));
        }
        position = last > rows.size() ? rows.size() + 1 : last;
        return found;
    }

    private List<@Nullable Object[]> backward(long count) {
        if (count == 0) {
            return again();
        }
        requireScroll();
        List<@Nullable Object[]> found = new ArrayList<>();
        long first = position > count ? position - count : 0;
        for (long at = position - 1; at >= Math.max(first, 1); at--) {
            found.add(rows.row(at - 1, 0, shown));
        }
        position = first;
        return found;
    }

    private List<@Nullable Object[]> absolute(long number) {
        long target = number;
        if (number < 0) {
            load(Long.MAX_VALUE);
            target = Math.max(0, rows.size() + 1 + number);
        }
        if (target <= position && position > 0) {
            requireScroll();
        }
        return moveTo(target);
    }

    private List<@Nullable Object[]> relative(long distance) {
        if (distance == 0) {
            return again();
        }
        if (distance < 0) {
            requireScroll();
        }
        return moveTo(Math.max(0, position + distance));
    }

    /// The row on which it stands, which PostgreSQL fetches again from behind.
    private List<@Nullable Object[]> again() {
        if (onRow()) {
            requireScroll();
        }
        return current();
    }

    private boolean onRow() {
        return position >= 1 && position <= rows.size();
    }

    private List<@Nullable Object[]> moveTo(long target) {
        load(target);
        position = Math.min(target, rows.size() + 1);
        return current();
    }

    private List<@Nullable Object[]> current() {
        List<@Nullable Object[]> found = new ArrayList<>(1);
        if (onRow()) {
            found.add(rows.row(position - 1, 0, shown));
        }
        return found;
    }

    private void requireScroll() {
        if (!scroll) {
            throw new SqlException(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "cursor can only scan forward")
                    .withHint("Declare it with SCROLL option to enable backward scan.");
        }
    }

    /// Reads on until row `number` is there, or the end.
    private void load(long number) {
        while (!complete && rows.size() < number) {
            if (source instanceof QueryRows query) {
                query.expect(number - rows.size());
            }
            failed = true;
            Batch batch = source.next();
            failed = false;
            if (batch == null) {
                complete = true;
                return;
            }
            rows.add(batch);
        }
    }
}
