package org.pgherd.semantics.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.ByteaOutput;
import org.pgherd.semantics.value.Bytea;

/// Text of bytea: hex and escape format (varlena.c:byteain, byteaout; encode.c).
public final class ByteaText {
    private ByteaText() {}

    public static Bytea parse(String text) {
        return text.startsWith("\\x") ? new Bytea(parseHex(text, 2)) : new Bytea(parseEscape(text));
    }

    /// Digits in pairs, blanks between the pairs; from an offset on.
    public static byte[] parseHex(String text, int from) {
        byte[] out = new byte[(text.length() - from) / 2 + 1];
        int n = 0;
        int i = from;
        int end = text.length();
        while (i < end) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                i++;
                continue;
            }
            int high = digit(text, i);
            if (i + 1 >= end) {
                throw new SqlException(
                        SqlState.INVALID_PARAMETER_VALUE, "invalid hexadecimal data: odd number of digits");
            }
            out[n++] = (byte) (high << 4 | digit(text, i + 1));
            i += 2;
        }
        return Arrays.copyOf(out, n);
    }

    private static int digit(String text, int at) {
        int digit = text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
        if (digit < 0) {
            int end = text.offsetByCodePoints(at, 1);
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE, "invalid hexadecimal digit: \"" + text.substring(at, end) + "\"");
        }
        return digit;
    }

    private static byte[] parseEscape(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int n = 0;
        for (int i = 0; i < in.length; ) {
            if (in[i] != '\\') {
                out[n++] = in[i++];
            } else if (i + 1 < in.length && in[i + 1] == '\\') {
                out[n++] = '\\';
                i += 2;
            } else if (i + 3 < in.length
                    && in[i + 1] >= '0'
                    && in[i + 1] <= '3'
                    && in[i + 2] >= '0'
                    && in[i + 2] <= '7'
                    && in[i + 3] >= '0'
                    && in[i + 3] <= '7') {
                out[n++] = (byte) (in[i + 1] - '0' << 6 | in[i + 2] - '0' << 3 | in[i + 3] - '0');
                i += 4;
            } else {
                throw new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type bytea");
            }
        }
        return Arrays.copyOf(out, n);
    }

    public static String format(Bytea value, ByteaOutput style) {
        return switch (style) {
            case HEX -> "\\x" + HexFormat.of().formatHex(value.bytes());
            case ESCAPE -> formatEscape(value.bytes());
        };
    }

    private static String formatEscape(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            if (b == '\\') {
                out.append("\\\\");
            } else if (b < 0x20 || b == 0x7f) {
                int v = b & 0xFF;
                out.append('\\')
                        .append((char) ('0' + (v >> 6)))
                        .append((char) ('0' + (v >> 3 & 7)))
                        .append((char) ('0' + (v & 7)));
            } else {
                out.append((char) b);
            }
        }
        return out.toString();
    }
}
