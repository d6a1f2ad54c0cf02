package org.pgherd.semantics.value;

import java.util.Arrays;

/// A byte string. The array is taken over and must not change.
public record Bytea(byte[] bytes) implements Comparable<Bytea> {
    public static final Bytea EMPTY = new Bytea(new byte[0]);

    public int length() {
        return bytes.length;
    }

    @Override
    public int compareTo(Bytea other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Bytea b && Arrays.equals(bytes, b.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "\\x" + java.util.HexFormat.of().formatHex(bytes);
    }
}
