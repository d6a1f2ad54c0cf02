package org.pgherd.gateway.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Cuts the incoming bytes into messages. The current message is read in place; it is valid until the next one is asked
/// for. Memory grows with the bytes that really arrive, never with the length that a client claims.
/// Limits and error texts follow src/backend/libpq/pqcomm.c:pq_getmessage and pqformat.c.
final class MessageReader {
    /// PQ_LARGE_MESSAGE_LIMIT: messages that may carry data.
    static final int LARGE_LIMIT = 0x3fffffff - 1;
    /// PQ_SMALL_MESSAGE_LIMIT: all others.
    static final int SMALL_LIMIT = 10_000;
    /// MAX_STARTUP_PACKET_LENGTH.
    static final int STARTUP_LIMIT = 10_000;

    private static final int BUFFER = 1 << 16;
    private static final int EOF = -1;

    private final ClientLink link;
    /// Bodies longer than this are thrown away and answered with an error (53200).
    private final int memoryLimit;

    private byte[] buffer = new byte[8192];
    /// Unread bytes: start..limit.
    private int start;

    private int limit;
    /// The current message's body: at..end.
    private int at;

    private int end;
    private int type;

    MessageReader(ClientLink link, int memoryLimit) {
        this.link = link;
        this.memoryLimit = memoryLimit;
    }

    /// The next message's type byte, its body ready to be read; -1 at the end of the conversation.
    int next() {
        if (!fill(5)) {
            return EOF;
        }
        type = buffer[start] & 0xff;
        int length = intAt(start + 1);
        int most = limitOf(type);
        if (length < 4 || length > most) {
            throw fatal("invalid message length");
        }
        start += 5;
        return body(type, length - 4);
    }

    /// The first packet of a connection: length, then the body; no type.
    ///
    /// @return false at the end of the conversation
    boolean nextStartup() {
        if (!fill(4)) {
            return false;
        }
        int length = intAt(start);
        if (length < 8 || length > STARTUP_LIMIT) {
            throw fatal("invalid length of startup packet");
        }
        start += 4;
        return body(0, length - 4) != EOF;
    }

    private int body(int result, int length) {
        if (length > memoryLimit) {
            skip(length);
            at = end = start;
            throw new SqlException(SqlState.OUT_OF_MEMORY, "out of memory")
                    .withDetail("Failed on request of size " + length + ".");
        }
        if (!fill(length)) {
            return EOF;
        }
        at = start;
        end = start + length;
        start = end;
        return result;
    }

    /// Which messages there are, and how long they may be (postgres.c:SocketBackend).
    private static int limitOf(int type) {
        return switch (type) {
            case 'Q', 'F', 'P', 'B', 'd' -> LARGE_LIMIT;
            case 'X', 'C', 'D', 'E', 'H', 'S', 'c', 'f' -> SMALL_LIMIT;
            case 'p' -> 65_535;
            default -> throw fatal("invalid frontend message type " + type);
        };
    }

    /// Whether an error in a message of this type lets the server pass over all up to the next Sync.
    static boolean isExtended(int type) {
        return switch (type) {
            case 'P', 'B', 'D', 'E', 'C', 'H' -> true;
            default -> false;
        };
    }

    /// Of the message that [#next] met last, even if it was refused.
    int type() {
        return type;
    }

    private boolean fill(int needed) {
        while (limit - start < needed) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, limit - start);
                limit -= start;
                start = 0;
                if (buffer.length > 4 * BUFFER && needed <= BUFFER && limit <= BUFFER) {
                    buffer = Arrays.copyOf(buffer, BUFFER);
                }
            }
            if (limit == buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * buffer.length));
            }
            int n = link.read(buffer, limit, buffer.length - limit);
            if (n < 0) {
                return false;
            }
            limit += n;
        }
        return true;
    }

    private void skip(int length) {
        int left = length;
        while (left > 0) {
            if (start == limit && !fill(1)) {
                return;
            }
            int n = Math.min(left, limit - start);
            start += n;
            left -= n;
        }
    }

    /// The next message's type, waiting for its first byte if need be; -1 at the end of the conversation. The current
    /// message's body is lost.
    int peek() {
        return fill(1) ? buffer[start] & 0xff : EOF;
    }

    /// Whether bytes of a further message are here already.
    boolean hasMore() {
        return limit > start;
    }

    byte[] array() {
        return buffer;
    }

    int offset() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    int int8() {
        need(1);
        return buffer[at++] & 0xff;
    }

    int int16() {
        need(2);
        int value = (short) (buffer[at] << 8 | buffer[at + 1] & 0xff);
        at += 2;
        return value;
    }

    int int32() {
        need(4);
        int value = intAt(at);
        at += 4;
        return value;
    }

    /// A zero-terminated string in UTF-8.
    String string() {
        int zero = at;
        while (zero < end && buffer[zero] != 0) {
            zero++;
        }
        if (zero == end) {
            throw violation("invalid string in message");
        }
        String value = utf8(buffer, at, zero - at);
        at = zero + 1;
        return value;
    }

    /// The next bytes, copied.
    byte[] bytes(int length) {
        if (length < 0) {
            throw violation("insufficient data left in message");
        }
        need(length);
        byte[] copy = Arrays.copyOfRange(buffer, at, at + length);
        at += length;
        return copy;
    }

    /// The message must have been read whole.
    void finish() {
        if (at != end) {
            throw violation("invalid message format");
        }
    }

    private void need(int n) {
        if (end - at < n) {
            throw violation(n <= 4 && end == at ? "no data left in message" : "insufficient data left in message");
        }
    }

    private int intAt(int i) {
        return buffer[i] << 24 | (buffer[i + 1] & 0xff) << 16 | (buffer[i + 2] & 0xff) << 8 | buffer[i + 3] & 0xff;
    }

    /// Decodes strictly: a byte sequence that is not UTF-8 is refused as PostgreSQL does
    /// (mbutils.c:report_invalid_encoding).
    static String utf8(byte[] bytes, int offset, int length) {
        String value = new String(bytes, offset, length, StandardCharsets.UTF_8);
        if (value.indexOf('\uFFFD') >= 0) {
            ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
            try {
                StandardCharsets.UTF_8.newDecoder().decode(in);
            } catch (CharacterCodingException e) {
                int bad = in.position();
                StringBuilder shown = new StringBuilder();
                for (int i = bad; i < Math.min(offset + length, bad + sequenceLength(bytes[bad])); i++) {
                    shown.append(i == bad ? "0x" : " 0x");
                    shown.append(Character.forDigit(bytes[i] >> 4 & 15, 16));
                    shown.append(Character.forDigit(bytes[i] & 15, 16));
                }
                throw new SqlException(
                        SqlState.CHARACTER_NOT_IN_REPERTOIRE, "invalid byte sequence for encoding \"UTF8\": " + shown);
            }
        }
        return value;
    }

    private static int sequenceLength(byte lead) {
        return (lead & 0xe0) == 0xc0 ? 2 : (lead & 0xf0) == 0xe0 ? 3 : (lead & 0xf8) == 0xf0 ? 4 : 1;
    }

    static SqlException violation(String message) {
        return new SqlException(SqlState.PROTOCOL_VIOLATION, message);
    }

    static SqlException fatal(String message) {
        return Fatal.of(SqlState.PROTOCOL_VIOLATION, message);
    }
}
