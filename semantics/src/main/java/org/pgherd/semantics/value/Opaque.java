package org.pgherd.semantics.value;

/// A value of a type that has no Java implementation: its text form passes through unread. Two equal texts are the
/// same value; different texts may still be equal in SQL, so nobody compares these but PostgreSQL.
public record Opaque(int typeOid, Text text) {
    @Override
    public String toString() {
        return text.toString();
    }
}
