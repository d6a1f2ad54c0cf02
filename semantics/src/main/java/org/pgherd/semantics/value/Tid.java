package org.pgherd.semantics.value;

/// Where a row lies: block and line pointer, both unsigned.
public record Tid(int block, int offset) implements Comparable<Tid> {
    /// itemptr.c:ItemPointerCompare.
    @Override
    public int compareTo(Tid other) {
        int c = Integer.compareUnsigned(block, other.block);
        return c != 0 ? c : Integer.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return "(" + Integer.toUnsignedString(block) + "," + offset + ")";
    }
}
