package org.pgherd.semantics.function.bits;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.integer.IntegerRange;
import org.pgherd.semantics.value.BitString;

/// Functions of bit and bit varying (varbit.c). Positions count bits from 1.
public final class BitFunctions {
    private BitFunctions() {}

    @PgFunction(oid = {1581, 1666})
    public static boolean biteq(BitString a, BitString b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = {1582, 1667})
    public static boolean bitne(BitString a, BitString b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = {1595, 1671})
    public static boolean bitlt(BitString a, BitString b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = {1594, 1670})
    public static boolean bitle(BitString a, BitString b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = {1593, 1669})
    public static boolean bitgt(BitString a, BitString b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = {1592, 1668})
    public static boolean bitge(BitString a, BitString b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = {1596, 1672})
    public static int bitcmp(BitString a, BitString b) {
        return difference(a, b);
    }

    /// As memcmp tells it; of a prefix the sign.
    private static int difference(BitString a, BitString b) {
        int common = Math.min(a.bytes().length, b.bytes().length);
        int at = Arrays.mismatch(a.bytes(), 0, common, b.bytes(), 0, common);
        return at >= 0 ? (a.bytes()[at] & 0xFF) - (b.bytes()[at] & 0xFF) : Integer.compare(a.length(), b.length());
    }

    @PgFunction(oid = 1681)
    public static int bitlength(BitString a) {
        return a.length();
    }

    @PgFunction(oid = 1812)
    public static int bitLengthOfBits(BitString a) {
        return a.length();
    }

    @PgFunction(oid = 1682)
    public static int bitoctetlength(BitString a) {
        return a.bytes().length;
    }

    @PgFunction(oid = 6162)
    public static long bit_bit_count(BitString a) {
        long n = 0;
        for (byte b : a.bytes()) {
            n += Integer.bitCount(b & 0xFF);
        }
        return n;
    }

    private static void checkSize(BitString a, BitString b, String operation) {
        if (a.length() != b.length()) {
            throw new SqlException(
                    SqlState.STRING_DATA_LENGTH_MISMATCH, "cannot " + operation + " bit strings of different sizes");
        }
    }

    @PgFunction(oid = 1673)
    public static BitString bit_and(BitString a, BitString b) {
        checkSize(a, b, "AND");
        byte[] bytes = a.bytes().clone();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] &= b.bytes()[i];
        }
        return new BitString(a.length(), bytes);
    }

    @PgFunction(oid = 1674)
    public static BitString bit_or(BitString a, BitString b) {
        checkSize(a, b, "OR");
        byte[] bytes = a.bytes().clone();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] |= b.bytes()[i];
        }
        return new BitString(a.length(), bytes);
    }

    @PgFunction(oid = 1675)
    public static BitString bitxor(BitString a, BitString b) {
        checkSize(a, b, "XOR");
        byte[] bytes = a.bytes().clone();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= b.bytes()[i];
        }
        return new BitString(a.length(), bytes);
    }

    @PgFunction(oid = 1676)
    public static BitString bitnot(BitString a) {
        Bits bits = new Bits(a.length());
        for (int i = 0; i < a.length(); i++) {
            bits.set(i, !a.get(i));
        }
        return bits.build();
    }

    @PgFunction(oid = 1677)
    public static BitString bitshiftleft(BitString a, int count) {
        return shift(a, count);
    }

    @PgFunction(oid = 1678)
    public static BitString bitshiftright(BitString a, int count) {
        return shift(a, count == Integer.MIN_VALUE ? Integer.MAX_VALUE : -(long) count);
    }

    /// To the left, the length stays.
    private static BitString shift(BitString a, long count) {
        Bits bits = new Bits(a.length());
        for (int i = 0; i < a.length(); i++) {
            long from = i + count;
            bits.set(i, from >= 0 && from < a.length() && a.get((int) from));
        }
        return bits.build();
    }

    @PgFunction(oid = 1679)
    public static BitString bitcat(BitString a, BitString b) {
        Bits bits = new Bits(a.length() + b.length());
        bits.copy(0, a, 0, a.length());
        bits.copy(a.length(), b, 0, b.length());
        return bits.build();
    }

    @PgFunction(oid = 1680)
    public static BitString bitsubstr(BitString a, int start, int length) {
        return substring(a, start, length);
    }

    private static SqlException negativeLength() {
        return new SqlException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
    }

    private static BitString substring(BitString a, int start, int length) {
        if (length < 0) {
            throw negativeLength();
        }
        long from = Math.max(start, 1) - 1L;
        long to = Math.min((long) start + length - 1, a.length());
        return part(a, from, to);
    }

    private static BitString part(BitString a, long from, long to) {
        if (from >= a.length() || to <= from) {
            return new BitString(0, new byte[0]);
        }
        Bits bits = new Bits((int) (to - from));
        bits.copy(0, a, (int) from, (int) (to - from));
        return bits.build();
    }

    @PgFunction(oid = 1699)
    public static BitString bitsubstr_no_len(BitString a, int start) {
        return part(a, Math.max(start, 1) - 1L, a.length());
    }

    @PgFunction(oid = 3030)
    public static BitString bitoverlay(BitString a, BitString replacement, int start, int length) {
        if (start <= 0) {
            throw negativeLength();
        }
        long end = (long) start + length;
        if (end != (int) end) {
            throw IntegerRange.integerOutOfRange();
        }
        return bitcat(bitcat(substring(a, 1, start - 1), replacement), bitsubstr_no_len(a, (int) end));
    }

    @PgFunction(oid = 3031)
    public static BitString bitoverlay_no_len(BitString a, BitString replacement, int start) {
        return bitoverlay(a, replacement, start, replacement.length());
    }

    @PgFunction(oid = 1698)
    public static int bitposition(BitString a, BitString part) {
        if (a.length() == 0 || part.length() > a.length()) {
            return 0;
        }
        for (int i = 0; i + part.length() <= a.length(); i++) {
            int j = 0;
            while (j < part.length() && a.get(i + j) == part.get(j)) {
                j++;
            }
            if (j == part.length()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int checkIndex(BitString a, int index) {
        if (index < 0 || index >= a.length()) {
            throw new SqlException(
                    SqlState.ARRAY_SUBSCRIPT_ERROR,
                    "bit index " + index + " out of valid range (0.." + (a.length() - 1) + ")");
        }
        return index;
    }

    @PgFunction(oid = 3032)
    public static int bitgetbit(BitString a, int index) {
        return a.get(checkIndex(a, index)) ? 1 : 0;
    }

    @PgFunction(oid = 3033)
    public static BitString bitsetbit(BitString a, int index, int value) {
        checkIndex(a, index);
        if (value != 0 && value != 1) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "new bit must be 0 or 1");
        }
        Bits bits = new Bits(a.length());
        bits.copy(0, a, 0, a.length());
        bits.set(index, value == 1);
        return bits.build();
    }

    @PgFunction(oid = 1684)
    public static int bittoint4(BitString a) {
        if (a.length() > 32) {
            throw IntegerRange.integerOutOfRange();
        }
        return (int) value(a);
    }

    @PgFunction(oid = 2076)
    public static long bittoint8(BitString a) {
        if (a.length() > 64) {
            throw IntegerRange.bigintOutOfRange();
        }
        return value(a);
    }

    private static long value(BitString a) {
        long v = 0;
        for (int i = 0; i < a.length(); i++) {
            v = v << 1 | (a.get(i) ? 1 : 0);
        }
        return v;
    }

    @PgFunction(oid = 1683)
    public static BitString bitfromint4(int value, int length) {
        return ofInteger(value, length);
    }

    @PgFunction(oid = 2075)
    public static BitString bitfromint8(long value, int length) {
        return ofInteger(value, length);
    }

    /// The lowest bits, or all with the sign in front.
    private static BitString ofInteger(long value, int length) {
        int n = length <= 0 || length > MAX_LENGTH ? 1 : length;
        Bits bits = new Bits(n);
        for (int i = 0; i < n; i++) {
            int shift = n - 1 - i;
            bits.set(i, (shift >= 64 ? value < 0 : (value >> shift & 1) != 0));
        }
        return bits.build();
    }

    /// VARBITMAXLEN.
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8 + 1;

    @PgFunction(oid = 1685)
    public static BitString bit(BitString a, int length, boolean explicit) {
        if (length <= 0 || length == a.length()) {
            return a;
        }
        if (!explicit) {
            throw new SqlException(
                    SqlState.STRING_DATA_LENGTH_MISMATCH,
                    "bit string length " + a.length() + " does not match type bit(" + length + ")");
        }
        Bits bits = new Bits(length);
        bits.copy(0, a, 0, Math.min(length, a.length()));
        return bits.build();
    }

    @PgFunction(oid = 1687)
    public static BitString varbit(BitString a, int length, boolean explicit) {
        if (length <= 0 || length >= a.length()) {
            return a;
        }
        if (!explicit) {
            throw new SqlException(
                    SqlState.STRING_DATA_RIGHT_TRUNCATION, "bit string too long for type bit varying(" + length + ")");
        }
        return part(a, 0, length);
    }

    /// A bit string being made.
    private static final class Bits {
        private final int length;
        private final byte[] bytes;

        Bits(int length) {
            this.length = length;
            this.bytes = new byte[(length + 7) / 8];
        }

        void set(int index, boolean value) {
            int mask = 0x80 >> (index & 7);
            if (value) {
                bytes[index >> 3] |= (byte) mask;
            } else {
                bytes[index >> 3] &= (byte) ~mask;
            }
        }

        void copy(int to, BitString source, int from, int count) {
            for (int i = 0; i < count; i++) {
                set(to + i, source.get(from + i));
            }
        }

        BitString build() {
            return new BitString(length, bytes);
        }
    }
}
