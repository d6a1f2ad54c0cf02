package org.pgherd.semantics.function.identity;

import org.pgherd.semantics.function.PgFunction;

/// Transaction identifiers and log positions, all unsigned (xid.c, pg_lsn.c).
public final class LogPositions {
    private LogPositions() {}

    @PgFunction(oid = 3231)
    public static boolean pg_lsn_lt(long a, long b) {
        return Long.compareUnsigned(a, b) < 0;
    }

    @PgFunction(oid = 3232)
    public static boolean pg_lsn_le(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0;
    }

    @PgFunction(oid = 3235)
    public static boolean pg_lsn_gt(long a, long b) {
        return Long.compareUnsigned(a, b) > 0;
    }

    @PgFunction(oid = 3234)
    public static boolean pg_lsn_ge(long a, long b) {
        return Long.compareUnsigned(a, b) >= 0;
    }

    @PgFunction(oid = 3233)
    public static boolean pg_lsn_eq(long a, long b) {
        return a == b;
    }

    @PgFunction(oid = 3236)
    public static boolean pg_lsn_ne(long a, long b) {
        return a != b;
    }

    @PgFunction(oid = 3251)
    public static int pg_lsn_cmp(long a, long b) {
        return Long.compareUnsigned(a, b);
    }

    @PgFunction(oid = 4187)
    public static long pg_lsn_larger(long a, long b) {
        return Long.compareUnsigned(a, b) > 0 ? a : b;
    }

    @PgFunction(oid = 4188)
    public static long pg_lsn_smaller(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    @PgFunction(oid = 5034)
    public static boolean xid8lt(long a, long b) {
        return Long.compareUnsigned(a, b) < 0;
    }

    @PgFunction(oid = 5036)
    public static boolean xid8le(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0;
    }

    @PgFunction(oid = 5035)
    public static boolean xid8gt(long a, long b) {
        return Long.compareUnsigned(a, b) > 0;
    }

    @PgFunction(oid = 5037)
    public static boolean xid8ge(long a, long b) {
        return Long.compareUnsigned(a, b) >= 0;
    }

    @PgFunction(oid = 5084)
    public static boolean xid8eq(long a, long b) {
        return a == b;
    }

    @PgFunction(oid = 5085)
    public static boolean xid8ne(long a, long b) {
        return a != b;
    }

    @PgFunction(oid = 5096)
    public static int xid8cmp(long a, long b) {
        return Long.compareUnsigned(a, b);
    }

    @PgFunction(oid = 5097)
    public static long xid8_larger(long a, long b) {
        return Long.compareUnsigned(a, b) > 0 ? a : b;
    }

    @PgFunction(oid = 5098)
    public static long xid8_smaller(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    @PgFunction(oid = {68, 1319})
    public static boolean xideq(int a, int b) {
        return a == b;
    }

    @PgFunction(oid = {3308, 3309})
    public static boolean xidneq(int a, int b) {
        return a != b;
    }

    @PgFunction(oid = 69)
    public static boolean cideq(int a, int b) {
        return a == b;
    }

    @PgFunction(oid = 5071)
    public static int xid8toxid(long a) {
        return (int) a;
    }
}
