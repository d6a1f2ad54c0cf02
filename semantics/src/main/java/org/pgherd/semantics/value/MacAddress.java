package org.pgherd.semantics.value;

/// A hardware address of 6 (macaddr) or 8 bytes (macaddr8). Order is unsigned.
///
/// @param value big-endian, in the low bytes
/// @param size 6 or 8
public record MacAddress(long value, int size) implements Comparable<MacAddress> {
    @Override
    public int compareTo(MacAddress other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(size * 3);
        for (int i = size - 1; i >= 0; i--) {
            int b = (int) (value >> i * 8) & 0xFF;
            out.append(Character.forDigit(b >> 4, 16)).append(Character.forDigit(b & 15, 16));
            if (i > 0) {
                out.append(':');
            }
        }
        return out.toString();
    }
}
