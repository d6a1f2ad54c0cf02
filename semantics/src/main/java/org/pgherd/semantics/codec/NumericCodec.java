package org.pgherd.semantics.codec;

import java.math.BigInteger;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Numeric;

/// numeric: digits of base 10000 in binary form (numeric.c:numeric_recv, numeric_send).
final class NumericCodec extends RefCodec {
    private static final int NEGATIVE = 0x4000;
    private static final int NAN = 0xC000;
    private static final int PLUS_INFINITY = 0xD000;
    private static final int MINUS_INFINITY = 0xF000;
    private static final int BASE = 10000;

    NumericCodec() {
        super(TypeOids.NUMERIC);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return Numeric.parse(text).applyTypmod(typmod);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return value.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        if (length < 8) {
            throw badBinary();
        }
        int digits = BigEndian.getShort(bytes, offset) & 0xFFFF;
        int weight = BigEndian.getShort(bytes, offset + 2);
        int sign = BigEndian.getShort(bytes, offset + 4) & 0xFFFF;
        int scale = BigEndian.getShort(bytes, offset + 6) & 0xFFFF;
        if (length != 8 + 2 * digits || scale > Numeric.MAX_SCALE) {
            throw badBinary();
        }
        switch (sign) {
            case NAN -> {
                return Numeric.NAN;
            }
            case PLUS_INFINITY -> {
                return Numeric.INFINITY;
            }
            case MINUS_INFINITY -> {
                return Numeric.MINUS_INFINITY;
            }
            case 0, NEGATIVE -> {}
            default -> throw badBinary();
        }
        // the digits are an integer times 10000^(weight - digits + 1); bring it to 10^-scale
        int shift = scale + (weight - digits + 1) * 4;
        if (digits <= 4 && shift <= 2 && shift > -19) {
            long value = 0;
            for (int i = 0; i < digits; i++) {
                value = value * BASE + BigEndian.getShort(bytes, offset + 8 + 2 * i);
            }
            for (int i = shift; i > 0; i--) {
                value *= 10;
            }
            for (int i = shift; i < 0; i++) {
                value /= 10;
            }
            return Numeric.of(sign == NEGATIVE ? -value : value, scale);
        }
        BigInteger value = BigInteger.ZERO;
        StringBuilder text = new StringBuilder(digits * 4);
        for (int i = 0; i < digits; i++) {
            int digit = BigEndian.getShort(bytes, offset + 8 + 2 * i);
            text.append((char) ('0' + digit / 1000))
                    .append((char) ('0' + digit / 100 % 10))
                    .append((char) ('0' + digit / 10 % 10))
                    .append((char) ('0' + digit % 10));
        }
        if (shift < 0) {
            // digits beyond the scale are cut, as numeric_recv does
            text.setLength(Math.max(text.length() + shift, 0));
        }
        if (!text.isEmpty()) {
            value = new BigInteger(text.toString());
        }
        if (shift > 0) {
            value = value.multiply(BigInteger.TEN.pow(shift));
        }
        return Numeric.of(sign == NEGATIVE ? value.negate() : value, scale);
    }

    @Override
    public void encodeBinary(Object boxed, ByteSink out) {
        Numeric value = (Numeric) boxed;
        if (!value.isFinite()) {
            out.putShort(0);
            out.putShort(0);
            out.putShort(value.isNaN() ? NAN : value.signum() > 0 ? PLUS_INFINITY : MINUS_INFINITY);
            out.putShort(value.isNaN() ? 0 : 0x20);
            return;
        }
        int scale = value.scale();
        String digits = value.isCompact()
                ? Long.toString(Math.abs(value.compactValue()))
                : value.unscaledValue().abs().toString();
        if (value.isZero()) {
            digits = "";
        }
        // groups of four around the point
        int whole = digits.length() - scale;
        int weight = Math.floorDiv(whole - 1, 4);
        int position = -((weight + 1) * 4 - whole);
        int start = out.length();
        out.putShort(0);
        out.putShort(digits.isEmpty() ? 0 : weight);
        out.putShort(value.signum() < 0 ? NEGATIVE : 0);
        out.putShort(scale);
        int count = 0;
        int kept = 0;
        for (; position < digits.length(); position += 4) {
            int digit = 0;
            for (int i = position; i < position + 4; i++) {
                digit = digit * 10 + (i >= 0 && i < digits.length() ? digits.charAt(i) - '0' : 0);
            }
            out.putShort(digit);
            count++;
            if (digit != 0) {
                kept = count;
            }
        }
        out.truncate(start + 8 + 2 * kept);
        out.bytes()[start] = (byte) (kept >> 8);
        out.bytes()[start + 1] = (byte) kept;
    }
}
