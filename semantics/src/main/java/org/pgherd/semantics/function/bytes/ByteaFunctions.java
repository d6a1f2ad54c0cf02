package org.pgherd.semantics.function.bytes;

import java.util.Arrays;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.integer.IntegerRange;
import org.pgherd.semantics.value.Bytea;

/// Parts of byte strings, bytes and bits of them (bytea.c).
public final class ByteaFunctions {
    private ByteaFunctions() {}

    @PgFunction(oid = {720, 2010})
    public static int byteaoctetlen(Bytea a) {
        return a.length();
    }

    @PgFunction(oid = 1810)
    public static int bitLength(Bytea a) {
        return IntegerRange.integer(a.length() * 8L);
    }

    @PgFunction(oid = 2011)
    public static Bytea byteacat(Bytea a, Bytea b) {
        byte[] all = Arrays.copyOf(a.bytes(), a.length() + b.length());
        System.arraycopy(b.bytes(), 0, all, a.length(), b.length());
        return new Bytea(all);
    }

    @PgFunction(oid = {2012, 2085})
    public static Bytea bytea_substr(Bytea a, int start, int length) {
        long end = (long) start + length;
        if (length < 0) {
            throw negativeLength();
        }
        long from = Math.max(start, 1) - 1L;
        long to = Math.clamp(end - 1, from, Math.max(from, a.length()));
        return from >= a.length() ? Bytea.EMPTY : new Bytea(Arrays.copyOfRange(a.bytes(), (int) from, (int) to));
    }

    private static SqlException negativeLength() {
        return new SqlException(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
    }

    @PgFunction(oid = {2013, 2086})
    public static Bytea bytea_substr_no_len(Bytea a, int start) {
        int from = Math.max(start, 1) - 1;
        return from >= a.length() ? Bytea.EMPTY : new Bytea(Arrays.copyOfRange(a.bytes(), from, a.length()));
    }

    @PgFunction(oid = 749)
    public static Bytea byteaoverlay(Bytea a, Bytea replacement, int start, int length) {
        if (start <= 0) {
            throw negativeLength();
        }
        long end = (long) start + length;
        if (end != (int) end) {
            throw IntegerRange.integerOutOfRange();
        }
        return byteacat(byteacat(bytea_substr(a, 1, start - 1), replacement), bytea_substr_no_len(a, (int) end));
    }

    @PgFunction(oid = 752)
    public static Bytea byteaoverlay_no_len(Bytea a, Bytea replacement, int start) {
        return byteaoverlay(a, replacement, start, replacement.length());
    }

    @PgFunction(oid = 2014)
    public static int byteapos(Bytea a, Bytea part) {
        byte[] bytes = a.bytes();
        int n = part.length();
        for (int i = 0; i + n <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + n, part.bytes(), 0, n)) {
                return i + 1;
            }
        }
        return 0;
    }

    @PgFunction(oid = 2015)
    public static Bytea byteatrim(Bytea a, Bytea set) {
        return trim(a, set, true, true);
    }

    @PgFunction(oid = 6195)
    public static Bytea bytealtrim(Bytea a, Bytea set) {
        return trim(a, set, true, false);
    }

    @PgFunction(oid = 6196)
    public static Bytea byteartrim(Bytea a, Bytea set) {
        return trim(a, set, false, true);
    }

    private static Bytea trim(Bytea a, Bytea set, boolean left, boolean right) {
        int from = 0;
        int to = a.length();
        while (left && from < to && contains(set, a.bytes()[from])) {
            from++;
        }
        while (right && to > from && contains(set, a.bytes()[to - 1])) {
            to--;
        }
        return from == 0 && to == a.length() ? a : new Bytea(Arrays.copyOfRange(a.bytes(), from, to));
    }

    private static boolean contains(Bytea set, byte b) {
        for (byte s : set.bytes()) {
            if (s == b) {
                return true;
            }
        }
        return false;
    }

    @PgFunction(oid = 6382)
    public static Bytea bytea_reverse(Bytea a) {
        byte[] reversed = new byte[a.length()];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = a.bytes()[reversed.length - 1 - i];
        }
        return new Bytea(reversed);
    }

    @PgFunction(oid = 721)
    public static int byteaGetByte(Bytea a, int index) {
        return a.bytes()[checkIndex(index, a.length())] & 0xFF;
    }

    @PgFunction(oid = 722)
    public static Bytea byteaSetByte(Bytea a, int index, int value) {
        int at = checkIndex(index, a.length());
        byte[] copy = a.bytes().clone();
        copy[at] = (byte) value;
        return new Bytea(copy);
    }

    @PgFunction(oid = 723)
    public static int byteaGetBit(Bytea a, long index) {
        long at = checkIndex(index, a.length() * 8L);
        return a.bytes()[(int) (at >> 3)] >> (at & 7) & 1;
    }

    @PgFunction(oid = 724)
    public static Bytea byteaSetBit(Bytea a, long index, int value) {
        long at = checkIndex(index, a.length() * 8L);
        if (value != 0 && value != 1) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "new bit must be 0 or 1");
        }
        byte[] copy = a.bytes().clone();
        int mask = 1 << (at & 7);
        int i = (int) (at >> 3);
        copy[i] = (byte) (value == 0 ? copy[i] & ~mask : copy[i] | mask);
        return new Bytea(copy);
    }

    private static int checkIndex(int index, int length) {
        return (int) checkIndex((long) index, (long) length);
    }

    private static long checkIndex(long index, long length) {
        if (index < 0 || index >= length) {
            throw new SqlException(
                    SqlState.ARRAY_SUBSCRIPT_ERROR, "index " + index + " out of valid range, 0.." + (length - 1));
        }
        return index;
    }

    @PgFunction(oid = 6163)
    public static long bytea_bit_count(Bytea a) {
        long n = 0;
        for (byte b : a.bytes()) {
            n += Integer.bitCount(b & 0xFF);
        }
        return n;
    }
}
