package org.pgherd.semantics.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A string as PostgreSQL holds it: UTF-8 bytes, a window of an array that must not change.
/// Also of char(n) (blank-padded as stored), name, "char", json, xml, cstring, unknown and refcursor.
/// Equality and order here are by bytes (collation C).
public final class Text implements Comparable<Text> {
    public static final Text EMPTY = new Text(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int offset;
    private final int length;
    /// 0 until computed.
    private int hash;

    private Text(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    public static Text of(String s) {
        byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
        return new Text(utf8, 0, utf8.length);
    }

    /// Takes over the array.
    public static Text of(byte[] utf8) {
        return new Text(utf8, 0, utf8.length);
    }

    /// Takes over the array.
    public static Text of(byte[] utf8, int offset, int length) {
        assert offset >= 0 && length >= 0 && offset + length <= utf8.length;
        return new Text(utf8, offset, length);
    }

    /// The array behind; valid from [#offset] over [#length] bytes; not to be written to.
    public byte[] bytes() {
        return bytes;
    }

    public int offset() {
        return offset;
    }

    /// In bytes.
    public int length() {
        return length;
    }

    /// In code points.
    public int codePoints() {
        int n = 0;
        for (int i = offset, end = offset + length; i < end; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                n++;
            }
        }
        return n;
    }

    public byte at(int index) {
        return bytes[offset + index];
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public boolean isAscii() {
        for (int i = offset, end = offset + length; i < end; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /// By bytes, `end` exclusive; shares the array.
    public Text slice(int start, int end) {
        assert start >= 0 && start <= end && end <= length;
        return new Text(bytes, offset + start, end - start);
    }

    /// A copy of just the bytes.
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    @Override
    public int compareTo(Text other) {
        return Arrays.compareUnsigned(
                bytes, offset, offset + length, other.bytes, other.offset, other.offset + other.length);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Text t
                && length == t.length
                && Arrays.equals(bytes, offset, offset + length, t.bytes, t.offset, t.offset + length);
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            for (int i = offset, end = offset + length; i < end; i++) {
                h = 31 * h + bytes[i];
            }
            hash = h;
        }
        return h;
    }

    @Override
    public String toString() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
}
