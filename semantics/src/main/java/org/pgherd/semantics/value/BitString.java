package org.pgherd.semantics.value;

import java.util.Arrays;

/// A bit string (bit, varbit). Order is by bytes, then by length (varbit.c:bit_cmp).
///
/// @param length in bits
/// @param bytes the first bit is the highest of the first byte; unused bits are 0; taken over
public record BitString(int length, byte[] bytes) implements Comparable<BitString> {
    public BitString {
        assert bytes.length == (length + 7) / 8;
    }

    public boolean get(int index) {
        return (bytes[index >> 3] & 0x80 >> (index & 7)) != 0;
    }

    @Override
    public int compareTo(BitString other) {
        int common = Math.min(bytes.length, other.bytes.length);
        int c = Arrays.compareUnsigned(bytes, 0, common, other.bytes, 0, common);
        return c != 0 ? c : Integer.compare(length, other.length);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof BitString b && length == b.length && Arrays.equals(bytes, b.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + length;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(get(i) ? '1' : '0');
        }
        return out.toString();
    }
}
