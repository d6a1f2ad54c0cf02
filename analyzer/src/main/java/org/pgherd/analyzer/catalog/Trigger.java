package org.pgherd.analyzer.catalog;

/// A user trigger.
/// @param type tgtype bits: 1 row, 2 before, 4 insert, 8 delete, 16 update, 32 truncate, 64 instead
public record Trigger(
        int oid, String name, int function, int type, boolean enabled, boolean constraint, String definition) {
    /// FOR EACH ROW, not for each statement.
    public boolean forEachRow() {
        return (type & 1) != 0;
    }

    public boolean isBefore() {
        return (type & 2) != 0;
    }

    public boolean onInsert() {
        return (type & 4) != 0;
    }

    public boolean onDelete() {
        return (type & 8) != 0;
    }

    public boolean onUpdate() {
        return (type & 16) != 0;
    }

    public boolean onTruncate() {
        return (type & 32) != 0;
    }

    public boolean insteadOf() {
        return (type & 64) != 0;
    }
}
