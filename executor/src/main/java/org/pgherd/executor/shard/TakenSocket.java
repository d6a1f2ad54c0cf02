package org.pgherd.executor.shard;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// A plain socket to a shard. While PgJDBC logs in through it, what that driver forces upon every session is
/// left out of the start-up message: TimeZone (of this JVM) and extra_float_digits would become what RESET goes
/// back to.
final class TakenSocket extends Socket {
    private static final int PROTOCOL = 3 << 16;
    private static final Set<String> FORCED = Set.of("TimeZone", "extra_float_digits");

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new StartupFilter(super.getOutputStream());
    }

    /// The stream itself, for after the login.
    OutputStream plainOutput() throws IOException {
        return super.getOutputStream();
    }

    private static final class StartupFilter extends FilterOutputStream {
        StartupFilter(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (isStartup(bytes, from, length)) {
                out.write(filtered(bytes, from, length));
            } else {
                out.write(bytes, from, length);
            }
        }

        private static boolean isStartup(byte[] bytes, int from, int length) {
            ByteBuffer message = ByteBuffer.wrap(bytes, from, length);
            return length > 8 && message.getInt() == length && message.getInt() == PROTOCOL;
        }

        private static byte[] filtered(byte[] bytes, int from, int length) {
            ByteBuffer kept = ByteBuffer.allocate(length);
            kept.putInt(0).putInt(PROTOCOL);
            int at = from + 8;
            while (bytes[at] != 0) {
                int valueAt = afterZero(bytes, at);
                int next = afterZero(bytes, valueAt);
                if (!FORCED.contains(new String(bytes, at, valueAt - at - 1, StandardCharsets.UTF_8))) {
                    kept.put(bytes, at, next - at);
                }
                at = next;
            }
            kept.put((byte) 0);
            kept.putInt(0, kept.position());
            byte[] message = new byte[kept.position()];
            kept.get(0, message);
            return message;
        }

        private static int afterZero(byte[] bytes, int from) {
            int at = from;
            while (bytes[at] != 0) {
                at++;
            }
            return at + 1;
        }
    }
}
