package org.pgherd.semantics.function.integer;

import org.pgherd.semantics.function.PgFunction;

/// Order of smallint, integer, bigint (int.c, int8.c) and of oid, which is unsigned (oid.c).
public final class IntegerComparisons {
    private IntegerComparisons() {}

    @PgFunction(oid = 63)
    public static boolean int2eq(int a, int b) {
        return a == b;
    }

    @PgFunction(oid = 145)
    public static boolean int2ne(int a, int b) {
        return a != b;
    }

    @PgFunction(oid = 64)
    public static boolean int2lt(int a, int b) {
        return a < b;
    }

    @PgFunction(oid = 148)
    public static boolean int2le(int a, int b) {
        return a <= b;
    }

    @PgFunction(oid = 146)
    public static boolean int2gt(int a, int b) {
        return a > b;
    }

    @PgFunction(oid = 151)
    public static boolean int2ge(int a, int b) {
        return a >= b;
    }

    @PgFunction(oid = 350)
    public static int btint2cmp(int a, int b) {
        return a - b;
    }

    @PgFunction(oid = 65)
    public static boolean int4eq(int a, int b) {
        return a == b;
    }

    @PgFunction(oid = 144)
    public static boolean int4ne(int a, int b) {
        return a != b;
    }

    @PgFunction(oid = 66)
    public static boolean int4lt(int a, int b) {
        return a < b;
    }

    @PgFunction(oid = 149)
    public static boolean int4le(int a, int b) {
        return a <= b;
    }

    @PgFunction(oid = 147)
    public static boolean int4gt(int a, int b) {
        return a > b;
    }

    @PgFunction(oid = 150)
    public static boolean int4ge(int a, int b) {
        return a >= b;
    }

    @PgFunction(oid = 351)
    public static int btint4cmp(int a, int b) {
        return Integer.compare(a, b);
    }

    @PgFunction(oid = 467)
    public static boolean int8eq(long a, long b) {
        return a == b;
    }

    @PgFunction(oid = 468)
    public static boolean int8ne(long a, long b) {
        return a != b;
    }

    @PgFunction(oid = 469)
    public static boolean int8lt(long a, long b) {
        return a < b;
    }

    @PgFunction(oid = 471)
    public static boolean int8le(long a, long b) {
        return a <= b;
    }

    @PgFunction(oid = 470)
    public static boolean int8gt(long a, long b) {
        return a > b;
    }

    @PgFunction(oid = 472)
    public static boolean int8ge(long a, long b) {
        return a >= b;
    }

    @PgFunction(oid = 842)
    public static int btint8cmp(long a, long b) {
        return Long.compare(a, b);
    }

    @PgFunction(oid = 770)
    public static int int2larger(int a, int b) {
        return Math.max(a, b);
    }

    @PgFunction(oid = 771)
    public static int int2smaller(int a, int b) {
        return Math.min(a, b);
    }

    @PgFunction(oid = 768)
    public static int int4larger(int a, int b) {
        return Math.max(a, b);
    }

    @PgFunction(oid = 769)
    public static int int4smaller(int a, int b) {
        return Math.min(a, b);
    }

    @PgFunction(oid = 1236)
    public static long int8larger(long a, long b) {
        return Math.max(a, b);
    }

    @PgFunction(oid = 1237)
    public static long int8smaller(long a, long b) {
        return Math.min(a, b);
    }

    @PgFunction(oid = 184)
    public static boolean oideq(int a, int b) {
        return a == b;
    }

    @PgFunction(oid = 185)
    public static boolean oidne(int a, int b) {
        return a != b;
    }

    @PgFunction(oid = 716)
    public static boolean oidlt(int a, int b) {
        return Integer.compareUnsigned(a, b) < 0;
    }

    @PgFunction(oid = 717)
    public static boolean oidle(int a, int b) {
        return Integer.compareUnsigned(a, b) <= 0;
    }

    @PgFunction(oid = 1638)
    public static boolean oidgt(int a, int b) {
        return Integer.compareUnsigned(a, b) > 0;
    }

    @PgFunction(oid = 1639)
    public static boolean oidge(int a, int b) {
        return Integer.compareUnsigned(a, b) >= 0;
    }

    @PgFunction(oid = 356)
    public static int btoidcmp(int a, int b) {
        return Integer.compareUnsigned(a, b);
    }

    @PgFunction(oid = 1965)
    public static int oidlarger(int a, int b) {
        return Integer.compareUnsigned(a, b) > 0 ? a : b;
    }

    @PgFunction(oid = 1966)
    public static int oidsmaller(int a, int b) {
        return Integer.compareUnsigned(a, b) < 0 ? a : b;
    }
}
