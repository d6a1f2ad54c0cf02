package org.pgherd.analyzer.effect;

/// One thing that is touched.
///
/// @param object relation or sequence oid, 0 where there is none
/// @param name of the object, or what it is in words
public record Effect(Kind kind, int object, String name) {
    public enum Kind {
        READS,
        WRITES,
        SEQUENCE,
        /// Settings, prepared statements, cursors that outlive the call, temporary objects.
        SESSION_STATE,
        LOCKS,
        DDL,
        NOTIFIES,
        /// Files, other servers, other sessions.
        OUTSIDE,
        /// The clock or random numbers: no effect, but another value each time.
        VOLATILE_VALUE,
        /// The clock of the transaction, catalogs, settings: the same value within a statement.
        STABLE_VALUE,
        /// Opaque language or dynamic SQL.
        UNKNOWN
    }

    @Override
    public String toString() {
        return kind + (name.isEmpty() ? "" : " " + name);
    }
}
