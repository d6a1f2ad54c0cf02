package org.pgherd.semantics.codec;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.BitString;

/// bit and bit varying (varbit.c). The modifier is the length in bits.
final class BitStringCodec extends RefCodec {
    private final boolean varying;

    BitStringCodec(boolean varying) {
        super(varying ? TypeOids.VARBIT : TypeOids.BIT);
        this.varying = varying;
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        boolean hex = !text.isEmpty() && (text.charAt(0) | 0x20) == 'x';
        int first = hex || !text.isEmpty() && (text.charAt(0) | 0x20) == 'b' ? 1 : 0;
        int length = (text.length() - first) * (hex ? 4 : 1);
        if (typmod > 0 && varying && length > typmod) {
            throw new SqlException(
                    SqlState.STRING_DATA_RIGHT_TRUNCATION, "bit string too long for type bit varying(" + typmod + ")");
        }
        if (typmod > 0 && !varying && length != typmod) {
            throw new SqlException(
                    SqlState.STRING_DATA_LENGTH_MISMATCH,
                    "bit string length " + length + " does not match type bit(" + typmod + ")");
        }
        byte[] bytes = new byte[(length + 7) / 8];
        int bit = 0;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, hex ? 16 : 2) : -1;
            if (digit < 0) {
                throw new SqlException(
                        SqlState.INVALID_TEXT_REPRESENTATION,
                        "\"" + text.substring(i, text.offsetByCodePoints(i, 1)) + "\" is not a valid "
                                + (hex ? "hexadecimal" : "binary") + " digit");
            }
            if (hex) {
                bytes[bit >> 3] |= (byte) (digit << ((bit & 4) == 0 ? 4 : 0));
                bit += 4;
            } else {
                bytes[bit >> 3] |= (byte) (digit << 7 - (bit & 7));
                bit++;
            }
        }
        return new BitString(length, bytes);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return value.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        int bits = length < 4 ? -1 : BigEndian.getInt(bytes, offset);
        if (bits < 0) {
            throw new SqlException(SqlState.INVALID_BINARY_REPRESENTATION, "invalid length in external bit string");
        }
        requireLength(length, 4 + (bits + 7) / 8);
        return new BitString(bits, Arrays.copyOfRange(bytes, offset + 4, offset + length));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        BitString bits = (BitString) value;
        out.putInt(bits.length());
        out.putBytes(bits.bytes());
    }
}
