package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The session's open cursors (portals made by DECLARE, and by PL/pgSQL), by name.
public final class Cursors {
    private final Map<String, OpenCursor> open = new LinkedHashMap<>();
    /// Names open at each savepoint: later ones go when it is rolled back to.
    private final Map<String, List<String>> atSavepoint = new LinkedHashMap<>();
    private int unnamed;

    public void add(String name, OpenCursor cursor) {
        if (open.containsKey(name)) {
            throw new SqlException(SqlState.DUPLICATE_CURSOR, "cursor \"" + name + "\" already exists");
        }
        open.put(name, cursor);
    }

    public @Nullable OpenCursor find(String name) {
        return open.get(name);
    }

    OpenCursor required(String name) {
        OpenCursor cursor = open.get(name);
        if (cursor == null) {
            throw new SqlException(SqlState.INVALID_CURSOR_NAME, "cursor \"" + name + "\" does not exist");
        }
        return cursor;
    }

    OpenCursor usable(String name) {
        OpenCursor cursor = required(name);
        if (cursor.isFailed()) {
            throw new SqlException(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "portal \"" + name + "\" cannot be run");
        }
        return cursor;
    }

    /// The rows of pg_cursor().
    public List<@Nullable Object[]> described() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        open.forEach((name, cursor) -> rows.add(cursor.described(name)));
        return rows;
    }

    /// A name for a cursor that has none, as PostgreSQL makes them.
    public String freshName() {
        String name;
        do {
            name = "<unnamed portal " + ++unnamed + ">";
        } while (open.containsKey(name));
        return name;
    }

    public void close(String name) {
        required(name).close();
        open.remove(name);
    }

    public void closeAll() {
        open.values().forEach(OpenCursor::close);
        open.clear();
    }

    void savepoint(String name) {
        atSavepoint.put(name, new ArrayList<>(open.keySet()));
    }

    void rollbackTo(String name) {
        List<String> kept = atSavepoint.getOrDefault(name, List.of());
        closeIf(entry -> !kept.contains(entry.getKey()) && !entry.getValue().held());
        partlyRolledBack();
    }

    /// A savepoint or a routine's subtransaction was rolled back.
    public void partlyRolledBack() {
        open.values().forEach(OpenCursor::forgetMoves);
    }

    /// Before COMMIT: cursors WITH HOLD take the rest of their rows into memory.
    void holdOver() {
        open.values().forEach(OpenCursor::holdOver);
    }

    /// Cursors without HOLD, and those whose holding never came to be, end with their transaction.
    void transactionEnded() {
        closeIf(entry -> !entry.getValue().held());
        atSavepoint.clear();
    }

    private void closeIf(java.util.function.Predicate<Map.Entry<String, OpenCursor>> condition) {
        Iterator<Map.Entry<String, OpenCursor>> entries = open.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, OpenCursor> entry = entries.next();
            if (condition.test(entry)) {
                entry.getValue().close();
                entries.remove();
            }
        }
    }
}
