package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Uuid;

/// uuid (uuid.c): 32 hexadecimal digits, a hyphen allowed after each four, braces allowed around.
final class UuidCodec extends RefCodec {
    UuidCodec() {
        super(TypeOids.UUID);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        int i = 0;
        boolean braces = text.startsWith("{");
        if (braces) {
            i++;
        }
        long high = 0;
        long low = 0;
        for (int b = 0; b < 16; b++) {
            int first = digit(text, i);
            int second = digit(text, i + 1);
            if (first < 0 || second < 0) {
                throw invalidSyntax("uuid", text);
            }
            i += 2;
            int value = first << 4 | second;
            if (b < 8) {
                high = high << 8 | value;
            } else {
                low = low << 8 | value;
            }
            if (i < text.length() && text.charAt(i) == '-' && b % 2 == 1 && b < 15) {
                i++;
            }
        }
        if (braces) {
            if (i >= text.length() || text.charAt(i) != '}') {
                throw invalidSyntax("uuid", text);
            }
            i++;
        }
        if (i != text.length()) {
            throw invalidSyntax("uuid", text);
        }
        return new Uuid(high, low);
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
        requireLength(length, 16);
        return new Uuid(BigEndian.getLong(bytes, offset), BigEndian.getLong(bytes, offset + 8));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        Uuid uuid = (Uuid) value;
        out.putLong(uuid.high());
        out.putLong(uuid.low());
    }
}
