package org.pgherd.semantics.codec;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.value.Text;

/// Reads a binary value of several fields (pqformat.c: pq_getmsgint, pq_getmsgstring, pq_getmsgend).
final class WireReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    WireReader(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    private int take(int count) {
        if (end - at < count) {
            throw new SqlException(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
        }
        int from = at;
        at += count;
        return from;
    }

    int readByte() {
        return bytes[take(1)];
    }

    /// Unsigned.
    int readShort() {
        int from = take(2);
        return (bytes[from] & 0xFF) << 8 | bytes[from + 1] & 0xFF;
    }

    int readInt() {
        return BigEndian.getInt(bytes, take(4));
    }

    /// Up to a zero byte.
    Text readString() {
        int from = at;
        int to = from;
        while (to < end && bytes[to] != 0) {
            to++;
        }
        if (to >= end) {
            throw new SqlException(SqlState.PROTOCOL_VIOLATION, "invalid string in message");
        }
        at = to + 1;
        Utf8.require(bytes, from, to - from);
        return Text.of(Arrays.copyOfRange(bytes, from, to));
    }

    void end() {
        if (at != end) {
            throw badEnd();
        }
    }

    private static SqlException badEnd() {
        return new SqlException(SqlState.INVALID_BINARY_REPRESENTATION, "incorrect binary data format");
    }
}
