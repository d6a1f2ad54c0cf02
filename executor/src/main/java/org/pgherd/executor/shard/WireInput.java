package org.pgherd.executor.shard;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Messages from a shard. The current message lies whole in [#buffer] between [#position] and [#limit], so
/// values are decoded in place.
final class WireInput {
    private static final int ROOM = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[ROOM];
    /// End of what has been read from the socket.
    private int end;
    /// Start of the next message.
    private int next;
    private int position;
    private int limit;

    WireInput(InputStream in) {
        this.in = in;
    }

    /// Reads the next message and gives its type.
    int nextMessage() throws IOException {
        fill(5);
        int type = buffer[next];
        int length = intAt(next + 1);
        if (length < 4) {
            throw new IOException("malformed message");
        }
        fill(1 + length);
        position = next + 5;
        limit = next + 1 + length;
        next = limit;
        return type;
    }

    /// One byte outside of any message (the answer to SSLRequest).
    int rawByte() throws IOException {
        fill(1);
        return buffer[next++];
    }

    /// Whether a message or a part of one waits in memory.
    boolean hasBuffered() {
        return end > next;
    }

    byte[] buffer() {
        return buffer;
    }

    int position() {
        return position;
    }

    int limit() {
        return limit;
    }

    void skip(int bytes) {
        position += bytes;
    }

    int int1() {
        return buffer[position++];
    }

    int int2() {
        int value = ((buffer[position] & 0xff) << 8) | (buffer[position + 1] & 0xff);
        position += 2;
        return value;
    }

    int int4() {
        int value = intAt(position);
        position += 4;
        return value;
    }

    String cString() {
        int from = position;
        while (buffer[position] != 0) {
            position++;
        }
        return new String(buffer, from, position++ - from, StandardCharsets.UTF_8);
    }

    byte[] rest() {
        byte[] value = Arrays.copyOfRange(buffer, position, limit);
        position = limit;
        return value;
    }

    private int intAt(int at) {
        return ((buffer[at] & 0xff) << 24)
                | ((buffer[at + 1] & 0xff) << 16)
                | ((buffer[at + 2] & 0xff) << 8)
                | (buffer[at + 3] & 0xff);
    }

    /// Makes `bytes` bytes from `next` on be in the buffer.
    private void fill(int bytes) throws IOException {
        if (end - next >= bytes) {
            return;
        }
        if (next == end) {
            next = 0;
            end = 0;
            if (buffer.length > 16 * ROOM && bytes <= ROOM) {
                buffer = new byte[ROOM];
            }
        }
        if (buffer.length - next < bytes) {
            byte[] target = buffer.length >= bytes ? buffer : new byte[Math.max(buffer.length * 2, bytes)];
            System.arraycopy(buffer, next, target, 0, end - next);
            buffer = target;
            end -= next;
            next = 0;
        }
        while (end - next < bytes) {
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                throw new EOFException("server closed the connection unexpectedly");
            }
            end += read;
        }
    }
}
