package org.pgherd.semantics.function.bytes;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.text.CodePoints;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Text;

/// encode() and decode(): hex, base64 and escape (encode.c).
public final class Encodings {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\n'});

    private Encodings() {}

    @PgFunction(oid = 1946)
    public static Text binary_encode(Bytea a, Text encoding) {
        return switch (encoding.toString().toLowerCase(Locale.ROOT)) {
            case "hex" -> Text.of(HexFormat.of().formatHex(a.bytes()));
            case "base64" -> Text.of(BASE64.encode(a.bytes()));
            case "escape" -> escape(a);
            default -> throw unrecognized(encoding);
        };
    }

    private static SqlException unrecognized(Text encoding) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, "unrecognized encoding: \"" + encoding + "\"");
    }

    private static Text escape(Bytea a) {
        ByteSink out = new ByteSink(a.length() + 16);
        for (byte b : a.bytes()) {
            if (b == 0 || b < 0) {
                out.putByte('\\');
                out.putByte('0' + (b >> 6 & 3));
                out.putByte('0' + (b >> 3 & 7));
                out.putByte('0' + (b & 7));
            } else {
                out.putByte(b);
                if (b == '\\') {
                    out.putByte(b);
                }
            }
        }
        return Text.of(out.bytes(), 0, out.length());
    }

    @PgFunction(oid = 1947)
    public static Bytea binary_decode(Text a, Text encoding) {
        return switch (encoding.toString().toLowerCase(Locale.ROOT)) {
            case "hex" -> unhex(a);
            case "base64" -> unbase64(a);
            case "escape" -> unescape(a);
            default -> throw unrecognized(encoding);
        };
    }

    private static Bytea unhex(Text a) {
        ByteSink out = new ByteSink(a.length() / 2 + 1);
        int i = 0;
        while (i < a.length()) {
            if (isSpace(a.at(i))) {
                i++;
                continue;
            }
            int high = hexDigit(a, i);
            if (++i >= a.length()) {
                throw invalid("invalid hexadecimal data: odd number of digits");
            }
            out.putByte(high << 4 | hexDigit(a, i));
            i++;
        }
        return new Bytea(out.toByteArray());
    }

    private static int hexDigit(Text a, int at) {
        int digit = a.at(at) < 0 ? -1 : Character.digit(a.at(at), 16);
        if (digit < 0) {
            throw invalid("invalid hexadecimal digit: \"" + character(a, at) + "\"");
        }
        return digit;
    }

    private static String character(Text a, int at) {
        return Character.toString(CodePoints.at(a, at));
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    private static SqlException invalid(String message) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    private static Bytea unbase64(Text a) {
        ByteSink out = new ByteSink(a.length());
        int buffer = 0;
        int position = 0;
        int end = 0;
        for (int i = 0; i < a.length(); i++) {
            byte c = a.at(i);
            if (isSpace(c)) {
                continue;
            }
            int value;
            if (c == '=') {
                if (end == 0) {
                    if (position == 2) {
                        end = 1;
                    } else if (position == 3) {
                        end = 2;
                    } else {
                        throw invalid("unexpected \"=\" while decoding base64 sequence");
                    }
                }
                value = 0;
            } else {
                value = base64Digit(c);
                if (value < 0) {
                    throw invalid("invalid symbol \"" + character(a, i) + "\" found while decoding base64 sequence");
                }
            }
            buffer = buffer << 6 | value;
            if (++position == 4) {
                out.putByte(buffer >> 16);
                if (end == 0 || end > 1) {
                    out.putByte(buffer >> 8);
                }
                if (end == 0 || end > 2) {
                    out.putByte(buffer);
                }
                buffer = 0;
                position = 0;
            }
        }
        if (position != 0) {
            throw invalid("invalid base64 end sequence")
                    .withHint("Input data is missing padding, is truncated, or is otherwise corrupted.");
        }
        return new Bytea(out.toByteArray());
    }

    private static int base64Digit(byte c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }

    private static Bytea unescape(Text a) {
        ByteSink out = new ByteSink(a.length());
        for (int i = 0; i < a.length(); i++) {
            byte c = a.at(i);
            if (c != '\\') {
                out.putByte(c);
            } else if (i + 3 < a.length()
                    && a.at(i + 1) >= '0'
                    && a.at(i + 1) <= '3'
                    && isOctal(a.at(i + 2))
                    && isOctal(a.at(i + 3))) {
                out.putByte(a.at(i + 1) - '0' << 6 | a.at(i + 2) - '0' << 3 | a.at(i + 3) - '0');
                i += 3;
            } else if (i + 1 < a.length() && a.at(i + 1) == '\\') {
                out.putByte('\\');
                i++;
            } else {
                throw new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type bytea");
            }
        }
        return new Bytea(out.toByteArray());
    }

    private static boolean isOctal(byte b) {
        return b >= '0' && b <= '7';
    }
}
