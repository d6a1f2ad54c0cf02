package org.pgherd.gateway.protocol;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.ByteSink;

/// Collects outgoing messages and hands them to the link in large pieces. Values of rows are written by their codecs
/// straight into [#sink].
final class MessageWriter {
    private static final int SEND_AT = 1 << 15;
    private static final int KEEP = 1 << 20;
    /// MaxAllocSize: the longest message that PostgreSQL can build.
    private static final int MOST = 0x3fffffff;

    private final ClientLink link;
    private ByteSink sink = new ByteSink(1 << 13);
    /// Where the message being built begins, -1 outside of one.
    private int message = -1;

    private int field = -1;

    MessageWriter(ClientLink link) {
        this.link = link;
    }

    MessageWriter begin(char type) {
        message = sink.length();
        sink.putByte(type);
        sink.putInt(0);
        return this;
    }

    void end() {
        limit();
        sink.setInt(message + 1, sink.length() - message - 1);
        message = -1;
        if (sink.length() >= SEND_AT) {
            drain();
        }
    }

    private void limit() {
        if (sink.length() - message > MOST) {
            throw new SqlException(SqlState.PROGRAM_LIMIT_EXCEEDED, "out of memory")
                    .withDetail("Cannot enlarge string buffer containing " + (sink.length() - message) + " bytes.");
        }
    }

    /// Forgets the message begun, if any.
    void abandon() {
        if (message >= 0) {
            sink.truncate(message);
            message = -1;
            field = -1;
        }
    }

    void empty(char type) {
        begin(type).end();
    }

    MessageWriter int8(int value) {
        sink.putByte(value);
        return this;
    }

    MessageWriter int16(int value) {
        sink.putShort(value);
        return this;
    }

    MessageWriter int32(int value) {
        sink.putInt(value);
        return this;
    }

    /// With the zero byte behind.
    MessageWriter string(String value) {
        sink.putString(value);
        sink.putByte(0);
        return this;
    }

    MessageWriter bytes(byte[] value) {
        sink.putBytes(value);
        return this;
    }

    /// Takes the bytes of a value between [#beginField] and [#endField].
    ByteSink sink() {
        return sink;
    }

    /// Begins a value of a row whose length is not known yet.
    void beginField() {
        sink.putInt(0);
        field = sink.length();
    }

    void endField() {
        limit();
        sink.setInt(field - 4, sink.length() - field);
        field = -1;
    }

    void nullField() {
        sink.putInt(-1);
    }

    private void drain() {
        if (sink.length() > 0) {
            link.write(sink.bytes(), 0, sink.length());
            if (sink.bytes().length > KEEP) {
                sink = new ByteSink(SEND_AT);
            } else {
                sink.truncate(0);
            }
        }
    }

    void flush() {
        drain();
        link.flush();
    }
}
