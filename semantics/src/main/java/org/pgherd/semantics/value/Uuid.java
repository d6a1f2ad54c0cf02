package org.pgherd.semantics.value;

/// A UUID as its 16 bytes, big-endian. Order is by unsigned bytes.
public record Uuid(long high, long low) implements Comparable<Uuid> {
    @Override
    public int compareTo(Uuid other) {
        int c = Long.compareUnsigned(high, other.high);
        return c != 0 ? c : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return new java.util.UUID(high, low).toString();
    }
}
