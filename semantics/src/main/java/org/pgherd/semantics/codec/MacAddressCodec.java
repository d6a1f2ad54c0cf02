package org.pgherd.semantics.codec;

import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.MacAddress;

/// macaddr and macaddr8 (mac.c, mac8.c): pairs, threes or fours of digits between colons, hyphens or dots.
final class MacAddressCodec extends RefCodec {
    /// The forms of mac.c:macaddr_in: `x` a number, `2` one of at most two digits.
    private static final List<String> SIX =
            List.of("x:x:x:x:x:x", "x-x-x-x-x-x", "222:222", "222-222", "22.22.22", "22-22-22", "222222");

    private final int size;

    MacAddressCodec(int size) {
        super(size == 6 ? TypeOids.MACADDR : TypeOids.MACADDR8);
        this.size = size;
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return size == 6 ? six(text) : eight(text);
    }

    private static MacAddress six(String text) {
        for (String format : SIX) {
            long[] octets = new long[6];
            if (scan(text, format, octets)) {
                long value = 0;
                for (long octet : octets) {
                    if (octet < 0 || octet > 255) {
                        throw new SqlException(
                                SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                                "invalid octet value in \"macaddr\" value: \"" + text + "\"");
                    }
                    value = value << 8 | octet;
                }
                return new MacAddress(value, 6);
            }
        }
        throw invalidSyntax("macaddr", text);
    }

    /// As C's sscanf with `%x`, `%2x` and `%1s`: before a number blanks, a sign and 0x are skipped; true if all numbers
    /// are
    /// there and nothing but blanks behind.
    private static boolean scan(String text, String format, long[] octets) {
        int at = 0;
        int octet = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == 'x' || c == '2') {
                at = octet(text, at, c == '2' ? 2 : Integer.MAX_VALUE, octets, octet++);
                if (at < 0) {
                    return false;
                }
            } else if (at >= text.length() || text.charAt(at++) != c) {
                return false;
            }
        }
        return blanks(text, at) == text.length();
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && IntegerText.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Where the number ends, -1 if there is none.
    private static int octet(String text, int from, int width, long[] octets, int index) {
        int at = blanks(text, from);
        int end = (int) Math.min(text.length(), (long) at + width);
        boolean negative = at < end && text.charAt(at) == '-';
        if (at < end && (negative || text.charAt(at) == '+')) {
            at++;
        }
        if (at + 1 < end && text.regionMatches(true, at, "0x", 0, 2)) {
            at += 2;
        }
        int digits = at;
        long value = 0;
        while (at < end && digit(text, at) >= 0) {
            value = Math.min(value << 4 | digit(text, at++), Integer.MAX_VALUE);
        }
        octets[index] = negative ? -value : value;
        return at == digits ? -1 : at;
    }

    /// Six bytes get ff:fe in the middle; one kind of separator, at any place between bytes.
    private static MacAddress eight(String text) {
        long value = 0;
        int count = 0;
        char separator = 0;
        int i = blanks(text, 0);
        // one character alone at the end is not looked at
        while (i + 1 < text.length()) {
            int high = digit(text, i);
            int low = digit(text, i + 1);
            if (high < 0 || low < 0 || count == 8) {
                throw invalidSyntax("macaddr8", text);
            }
            value = value << 8 | high << 4 | low;
            count++;
            i += 2;
            if (i < text.length() && ":-.".indexOf(text.charAt(i)) >= 0) {
                if (separator != 0 && separator != text.charAt(i)) {
                    throw invalidSyntax("macaddr8", text);
                }
                separator = text.charAt(i++);
            }
            if ((count == 6 || count == 8) && blanks(text, i) > i) {
                i = blanks(text, i);
                if (i < text.length()) {
                    throw invalidSyntax("macaddr8", text);
                }
            }
        }
        if (count == 6) {
            value = value >> 24 << 40 | 0xFFFEL << 24 | value & 0xFFFFFF;
        } else if (count != 8) {
            throw invalidSyntax("macaddr8", text);
        }
        return new MacAddress(value, 8);
    }

    private static int digit(String text, int at) {
        return at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return value.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        if (size == 8 && length == 6) {
            return eight(((MacAddress) new MacAddressCodec(6).decodeBinary(bytes, offset, 6)).toString());
        }
        requireLength(length, size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[offset + i] & 0xFF;
        }
        return new MacAddress(value, size);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        long v = ((MacAddress) value).value();
        for (int i = size - 1; i >= 0; i--) {
            out.putByte((int) (v >> i * 8));
        }
    }
}
