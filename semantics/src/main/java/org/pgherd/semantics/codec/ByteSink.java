package org.pgherd.semantics.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.pgherd.semantics.value.Text;

/// A growing array of bytes, big-endian.
public final class ByteSink {
    private byte[] bytes;
    private int length;

    public ByteSink() {
        this(256);
    }

    public ByteSink(int capacity) {
        bytes = new byte[Math.max(capacity, 16)];
    }

    /// Valid up to [#length].
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /// Forgets all behind `newLength`.
    public void truncate(int newLength) {
        assert newLength <= length;
        length = newLength;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private int grow(int count) {
        int at = length;
        if (at + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + count, bytes.length * 2));
        }
        length = at + count;
        return at;
    }

    public void putByte(int value) {
        int at = grow(1);
        bytes[at] = (byte) value;
    }

    public void putShort(int value) {
        int at = grow(2);
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    public void putInt(int value) {
        int at = grow(4);
        setInt(at, value);
    }

    /// Overwrites four bytes, such as a length that is known afterwards.
    public void setInt(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    public void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    public void putBytes(byte[] source) {
        putBytes(source, 0, source.length);
    }

    public void putBytes(byte[] source, int offset, int count) {
        int at = grow(count);
        System.arraycopy(source, offset, bytes, at, count);
    }

    public void putText(Text text) {
        putBytes(text.bytes(), text.offset(), text.length());
    }

    public void putString(String s) {
        putBytes(s.getBytes(StandardCharsets.UTF_8));
    }

    /// Decimal digits.
    public void putDecimal(long value) {
        if (value == Long.MIN_VALUE) {
            putString("-9223372036854775808");
            return;
        }
        long v = value;
        if (v < 0) {
            putByte('-');
            v = -v;
        }
        int digits = 1;
        for (long limit = 10; digits < 19 && v >= limit; limit *= 10) {
            digits++;
        }
        int at = grow(digits);
        for (int i = at + digits - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + v % 10);
            v /= 10;
        }
    }
}
