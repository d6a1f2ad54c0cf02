package org.pgherd.semantics.value;

/// A value of a user's enum type. Its pg_enum.oid differs between shards, so the label is the identity.
///
/// @param typeOid the enum type
/// @param sortOrder pg_enum.enumsortorder
public record PgEnum(int typeOid, float sortOrder, Text label) implements Comparable<PgEnum> {
    @Override
    public int compareTo(PgEnum other) {
        return Float.compare(sortOrder, other.sortOrder);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PgEnum e && typeOid == e.typeOid && label.equals(e.label);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    @Override
    public String toString() {
        return label.toString();
    }
}
