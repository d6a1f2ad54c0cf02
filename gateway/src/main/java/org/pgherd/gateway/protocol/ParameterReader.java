package org.pgherd.gateway.protocol;

import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Session;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.TypeCodec;

/// The parameter values of a Bind message, in text or binary form.
final class ParameterReader {
    private ParameterReader() {}

    static @Nullable Object[] read(MessageReader in, Session session, String portal, String statement, int[] types) {
        int[] formats = new int[ExtendedQuery.count(in.int16())];
        for (int i = 0; i < formats.length; i++) {
            formats[i] = in.int16();
        }
        int given = ExtendedQuery.count(in.int16());
        if (formats.length > 1 && formats.length != given) {
            throw MessageReader.violation(
                    "bind message has " + formats.length + " parameter formats but " + given + " parameters");
        }
        if (given != types.length) {
            throw MessageReader.violation("bind message supplies " + given + " parameters, but prepared statement \""
                    + statement + "\" requires " + types.length);
        }
        @Nullable Object[] values = new Object[given];
        for (int i = 0; i < given; i++) {
            int length = in.int32();
            if (length >= 0) {
                byte[] bytes = in.bytes(length);
                int format = formats.length == 0 ? 0 : formats[formats.length == 1 ? 0 : i];
                try {
                    values[i] = value(session, types[i], format, bytes, i);
                } catch (SqlException e) {
                    throw e.withContext((portal.isEmpty() ? "unnamed portal" : "portal \"" + portal + "\"")
                            + " parameter $" + (i + 1) + (format == 0 ? " = '...'" : ""));
                }
            }
        }
        return values;
    }

    private static Object value(Session session, int type, int format, byte[] bytes, int index) {
        TypeCodec codec = session.codec(type);
        if (format == 0) {
            return codec.input(MessageReader.utf8(bytes, 0, bytes.length), -1, session.functionContext());
        }
        if (format != 1) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "unsupported format code: " + format);
        }
        if (!codec.hasBinary()) {
            throw new SqlException(SqlState.UNDEFINED_FUNCTION, "no binary input function available for type " + type);
        }
        try {
            return codec.decodeBinary(bytes, 0, bytes.length);
        } catch (IndexOutOfBoundsException e) {
            throw new SqlException(
                    SqlState.INVALID_BINARY_REPRESENTATION,
                    "incorrect binary data format in bind parameter " + (index + 1));
        }
    }
}
