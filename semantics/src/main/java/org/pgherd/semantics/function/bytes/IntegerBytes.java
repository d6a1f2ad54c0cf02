package org.pgherd.semantics.function.bytes;

import java.nio.ByteBuffer;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.integer.IntegerRange;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Text;

/// Integers as big-endian bytes and in other number bases (bytea.c, varlena.c).
public final class IntegerBytes {
    private IntegerBytes() {}

    @PgFunction(oid = 6367)
    public static Bytea int2_bytea(int a) {
        return new Bytea(ByteBuffer.allocate(2).putShort((short) a).array());
    }

    @PgFunction(oid = 6368)
    public static Bytea int4_bytea(int a) {
        return new Bytea(ByteBuffer.allocate(4).putInt(a).array());
    }

    @PgFunction(oid = 6369)
    public static Bytea int8_bytea(long a) {
        return new Bytea(ByteBuffer.allocate(8).putLong(a).array());
    }

    @PgFunction(oid = 6370)
    public static int bytea_int2(Bytea a) {
        if (a.length() > 2) {
            throw IntegerRange.smallintOutOfRange();
        }
        return (short) value(a);
    }

    @PgFunction(oid = 6371)
    public static int bytea_int4(Bytea a) {
        if (a.length() > 4) {
            throw IntegerRange.integerOutOfRange();
        }
        return (int) value(a);
    }

    @PgFunction(oid = 6372)
    public static long bytea_int8(Bytea a) {
        if (a.length() > 8) {
            throw IntegerRange.bigintOutOfRange();
        }
        return value(a);
    }

    private static long value(Bytea a) {
        long v = 0;
        for (byte b : a.bytes()) {
            v = v << 8 | b & 0xFF;
        }
        return v;
    }

    @PgFunction(oid = 2089)
    public static Text to_hex32(int a) {
        return Text.of(Integer.toHexString(a));
    }

    @PgFunction(oid = 2090)
    public static Text to_hex64(long a) {
        return Text.of(Long.toHexString(a));
    }

    @PgFunction(oid = 6330)
    public static Text to_bin32(int a) {
        return Text.of(Integer.toBinaryString(a));
    }

    @PgFunction(oid = 6331)
    public static Text to_bin64(long a) {
        return Text.of(Long.toBinaryString(a));
    }

    @PgFunction(oid = 6332)
    public static Text to_oct32(int a) {
        return Text.of(Integer.toOctalString(a));
    }

    @PgFunction(oid = 6333)
    public static Text to_oct64(long a) {
        return Text.of(Long.toOctalString(a));
    }
}
