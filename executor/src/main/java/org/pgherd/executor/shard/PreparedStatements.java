package org.pgherd.executor.shard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The statements prepared on one connection, least recently used first. What falls out is closed with the next
/// message that is sent anyway.
final class PreparedStatements {
    private static final int CAPACITY = 512;

    private final Map<ShardStatement, Prepared> known = new LinkedHashMap<>(64, 0.75f, true);
    private final List<String> toClose = new ArrayList<>();
    private int serial;

    @Nullable
    Prepared get(ShardStatement statement) {
        return known.get(statement);
    }

    /// A name for a statement that is about to be parsed.
    Prepared create(ShardStatement statement, ResultShape shape) {
        if (!statement.isPrepared()) {
            return new Prepared("", shape);
        }
        return new Prepared("h" + ++serial, shape);
    }

    /// A name even for a statement that runs once: other statements may come between its parsing and its
    /// execution.
    Prepared createToDescribe() {
        return new Prepared("d" + ++serial, ResultShape.NONE);
    }

    void closeLater(Prepared described) {
        toClose.add(described.name());
    }

    /// The shard has parsed it.
    void keep(ShardStatement statement, Prepared prepared) {
        if (prepared.name().isEmpty()) {
            return;
        }
        Prepared before = known.put(statement, prepared);
        if (before != null) {
            toClose.add(before.name());
        }
        if (known.size() > CAPACITY) {
            var eldest = known.entrySet().iterator();
            toClose.add(eldest.next().getValue().name());
            eldest.remove();
        }
    }

    void drop(ShardStatement statement) {
        Prepared gone = known.remove(statement);
        if (gone != null) {
            toClose.add(gone.name());
        }
    }

    /// After DISCARD ALL or DEALLOCATE ALL: the shard has dropped them.
    void forget() {
        known.clear();
        toClose.clear();
    }

    /// All but the lasting ones.
    void dropAll() {
        for (var kept = known.entrySet().iterator(); kept.hasNext(); ) {
            Map.Entry<ShardStatement, Prepared> entry = kept.next();
            if (!entry.getKey().isLasting()) {
                toClose.add(entry.getValue().name());
                kept.remove();
            }
        }
    }

    void writeCloses(WireOutput out) {
        if (toClose.isEmpty()) {
            return;
        }
        for (String name : toClose) {
            out.begin('C').int1('S').cString(name).end();
        }
        toClose.clear();
    }

    /// @param name empty for the unnamed statement
    record Prepared(String name, ResultShape shape) {}
}
