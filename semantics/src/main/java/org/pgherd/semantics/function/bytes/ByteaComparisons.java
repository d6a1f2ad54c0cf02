package org.pgherd.semantics.function.bytes;

import java.util.Arrays;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Bytea;

/// Order of byte strings: by unsigned bytes, a prefix first (bytea.c).
public final class ByteaComparisons {
    private ByteaComparisons() {}

    @PgFunction(oid = 1948)
    public static boolean byteaeq(Bytea a, Bytea b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 1953)
    public static boolean byteane(Bytea a, Bytea b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 1949)
    public static boolean bytealt(Bytea a, Bytea b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 1950)
    public static boolean byteale(Bytea a, Bytea b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 1951)
    public static boolean byteagt(Bytea a, Bytea b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 1952)
    public static boolean byteage(Bytea a, Bytea b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 1954)
    // the difference of bytes, as memcmp gives it
    public static int byteacmp(Bytea a, Bytea b) {
        int prefix = Arrays.mismatch(a.bytes(), b.bytes());
        return prefix < 0 ? 0 : prefix == a.length() ? -1 : prefix == b.length() ? 1 : a.compareTo(b);
    }

    @PgFunction(oid = 6393)
    public static Bytea bytea_larger(Bytea a, Bytea b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @PgFunction(oid = 6394)
    public static Bytea bytea_smaller(Bytea a, Bytea b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
