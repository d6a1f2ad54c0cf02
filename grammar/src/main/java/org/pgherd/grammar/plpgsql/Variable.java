package org.pgherd.grammar.plpgsql;

import org.jspecify.annotations.Nullable;

/// What a name stands for while a body is read (a datum of plpgsql.h).
///
/// @param cursor the declaration of a bound cursor
record Variable(String name, Kind kind, boolean constant, Declaration.@Nullable Cursor cursor) {
    enum Kind {
        SCALAR,
        /// A refcursor.
        CURSOR,
        /// A record or a row.
        RECORD,
        /// A field of a record, which no catalog has confirmed.
        FIELD,
        /// Of a type that only the catalog knows, or not declared in the text at hand: it may be anything.
        UNKNOWN
    }

    static Variable of(String name, Kind kind) {
        return new Variable(name, kind, false, null);
    }

    static Variable constant(String name, Kind kind) {
        return new Variable(name, kind, true, null);
    }

    /// A field of this record. It can be assigned to if the record can.
    Variable field() {
        return new Variable(name, Kind.FIELD, constant, null);
    }

    boolean isScalar() {
        return kind == Kind.SCALAR || kind == Kind.CURSOR;
    }

    boolean isRecord() {
        return kind == Kind.RECORD;
    }

    boolean mayBeCursor() {
        return kind == Kind.CURSOR || kind == Kind.UNKNOWN;
    }
}
