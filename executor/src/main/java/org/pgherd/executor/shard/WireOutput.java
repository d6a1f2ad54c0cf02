package org.pgherd.executor.shard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Messages to a shard, gathered until [#flush]: one system call for Parse, Bind, Execute and Sync together.
final class WireOutput {
    private static final int KEPT = 1 << 16;

    private final OutputStream out;
    private byte[] buffer = new byte[8192];
    private int size;
    private int lengthAt = -1;

    WireOutput(OutputStream out) {
        this.out = out;
    }

    /// Begins a message; its length is filled in by [#end].
    WireOutput begin(char type) {
        need(5);
        buffer[size++] = (byte) type;
        lengthAt = size;
        size += 4;
        return this;
    }

    void end() {
        putIntAt(lengthAt, size - lengthAt);
        lengthAt = -1;
    }

    WireOutput int1(int value) {
        need(1);
        buffer[size++] = (byte) value;
        return this;
    }

    WireOutput int2(int value) {
        need(2);
        buffer[size++] = (byte) (value >> 8);
        buffer[size++] = (byte) value;
        return this;
    }

    WireOutput int4(int value) {
        need(4);
        putIntAt(size, value);
        size += 4;
        return this;
    }

    WireOutput bytes(byte[] value) {
        return bytes(value, 0, value.length);
    }

    WireOutput bytes(byte[] value, int from, int length) {
        need(length);
        System.arraycopy(value, from, buffer, size, length);
        size += length;
        return this;
    }

    WireOutput cString(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        bytes(utf8);
        return int1(0);
    }

    WireOutput cString(byte[] value) {
        bytes(value);
        return int1(0);
    }

    void flush() throws IOException {
        if (size > 0) {
            out.write(buffer, 0, size);
            size = 0;
            if (buffer.length > KEPT) {
                buffer = new byte[8192];
            }
        }
        out.flush();
    }

    private void putIntAt(int at, int value) {
        buffer[at] = (byte) (value >> 24);
        buffer[at + 1] = (byte) (value >> 16);
        buffer[at + 2] = (byte) (value >> 8);
        buffer[at + 3] = (byte) value;
    }

    private void need(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
