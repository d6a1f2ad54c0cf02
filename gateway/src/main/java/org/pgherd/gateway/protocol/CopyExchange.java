package org.pgherd.gateway.protocol;

import org.pgherd.engine.StatementResult;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// COPY through the client (copyfromparse.c:CopyGetData, copyto.c).
final class CopyExchange {
    private CopyExchange() {}

    static void out(StatementResult.CopyOut copy, MessageWriter out) {
        response(out, 'H', copy.binary(), copy.columnCount());
        for (byte[] chunk = copy.next(); chunk != null; chunk = copy.next()) {
            out.begin('d').bytes(chunk).end();
        }
        out.empty('c');
        CommandTag.send(out, copy.tag());
    }

    static void in(StatementResult.CopyIn copy, MessageReader in, MessageWriter out) {
        response(out, 'G', copy.binary(), copy.columnCount());
        out.flush();
        while (true) {
            int type = in.next();
            switch (type) {
                case 'd' -> copy.write(in.array(), in.offset(), in.remaining());
                case 'c' -> {
                    CommandTag.send(out, copy.finish());
                    return;
                }
                case 'f' -> {
                    String reason = in.string();
                    copy.fail(reason);
                    throw new SqlException(SqlState.QUERY_CANCELED, "COPY from stdin failed: " + reason);
                }
                // libpq and others send them without thought
                case 'H', 'S' -> {}
                case -1 -> {
                    copy.fail("unexpected EOF on client connection with an open transaction");
                    throw new ClientGone();
                }
                default -> {
                    copy.fail("unexpected message");
                    throw new SqlException(
                            SqlState.PROTOCOL_VIOLATION,
                            "unexpected message type 0x"
                                    + Integer.toHexString(type).toUpperCase(java.util.Locale.ROOT)
                                    + " during COPY from stdin");
                }
            }
        }
    }

    private static void response(MessageWriter out, char type, boolean binary, int columns) {
        int format = binary ? 1 : 0;
        out.begin(type).int8(format).int16(columns);
        for (int i = 0; i < columns; i++) {
            out.int16(format);
        }
        out.end();
    }
}
