package org.pgherd.semantics.codec;

import java.util.regex.Pattern;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.MacAddress;

/// macaddr and macaddr8 (mac.c, mac8.c): pairs, threes or fours of digits between colons, hyphens or dots.
final class MacAddressCodec extends RefCodec {
    private static final Pattern SIX = Pattern.compile(
            "(?i)(?:[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}|[0-9a-f]{1,2}(?:-[0-9a-f]{1,2}){5}|[0-9a-f]{6}[:-][0-9a-f]{6}"
                    + "|[0-9a-f]{4}(?:\\.[0-9a-f]{4}){2}|[0-9a-f]{4}(?:-[0-9a-f]{4}){2}|[0-9a-f]{12})");

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
        String trimmed = text.strip();
        if (!SIX.matcher(trimmed).matches()) {
            throw invalidSyntax("macaddr", text);
        }
        long value = 0;
        boolean separated = trimmed.split("[:-]").length == 6;
        if (separated) {
            for (String octet : trimmed.split("[:-]")) {
                value = value << 8 | Integer.parseInt(octet, 16);
            }
        } else {
            value = Long.parseLong(trimmed.replaceAll("[:.-]", ""), 16);
        }
        return new MacAddress(value, 6);
    }

    /// Six bytes get ff:fe in the middle; one kind of separator, at any place between bytes.
    private static MacAddress eight(String text) {
        String trimmed = text.strip();
        long value = 0;
        int count = 0;
        char separator = 0;
        int i = 0;
        while (i < trimmed.length()) {
            int high = digit(trimmed, i);
            int low = digit(trimmed, i + 1);
            if (high < 0 || low < 0 || count == 8) {
                throw invalidSyntax("macaddr8", text);
            }
            value = value << 8 | high << 4 | low;
            count++;
            i += 2;
            if (i < trimmed.length() && ":-.".indexOf(trimmed.charAt(i)) >= 0) {
                if (separator != 0 && separator != trimmed.charAt(i)) {
                    throw invalidSyntax("macaddr8", text);
                }
                separator = trimmed.charAt(i++);
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
