package org.pgherd.semantics.function.integer;

import org.pgherd.semantics.function.PgFunction;

/// Comparisons between integers of different width (int.c, int8.c).
public final class MixedIntegerComparisons {
    private MixedIntegerComparisons() {}

    @PgFunction(oid = 158)
    public static boolean int24eq(int a, int b) {
        return a == b;
    }

    @PgFunction(oid = 164)
    public static boolean int24ne(int a, int b) {
        return a != b;
    }

    @PgFunction(oid = 160)
    public static boolean int24lt(int a, int b) {
        return a < b;
    }

    @PgFunction(oid = 166)
    public static boolean int24le(int a, int b) {
        return a <= b;
    }

    @PgFunction(oid = 162)
    public static boolean int24gt(int a, int b) {
        return a > b;
    }

    @PgFunction(oid = 168)
    public static boolean int24ge(int a, int b) {
        return a >= b;
    }

    @PgFunction(oid = 2190)
    public static int btint24cmp(int a, int b) {
        return Integer.compare(a, b);
    }

    @PgFunction(oid = 159)
    public static boolean int42eq(int a, int b) {
        return a == b;
    }

    @PgFunction(oid = 165)
    public static boolean int42ne(int a, int b) {
        return a != b;
    }

    @PgFunction(oid = 161)
    public static boolean int42lt(int a, int b) {
        return a < b;
    }

    @PgFunction(oid = 167)
    public static boolean int42le(int a, int b) {
        return a <= b;
    }

    @PgFunction(oid = 163)
    public static boolean int42gt(int a, int b) {
        return a > b;
    }

    @PgFunction(oid = 169)
    public static boolean int42ge(int a, int b) {
        return a >= b;
    }

    @PgFunction(oid = 2191)
    public static int btint42cmp(int a, int b) {
        return Integer.compare(a, b);
    }

    @PgFunction(oid = 1850)
    public static boolean int28eq(int a, long b) {
        return a == b;
    }

    @PgFunction(oid = 1851)
    public static boolean int28ne(int a, long b) {
        return a != b;
    }

    @PgFunction(oid = 1852)
    public static boolean int28lt(int a, long b) {
        return a < b;
    }

    @PgFunction(oid = 1854)
    public static boolean int28le(int a, long b) {
        return a <= b;
    }

    @PgFunction(oid = 1853)
    public static boolean int28gt(int a, long b) {
        return a > b;
    }

    @PgFunction(oid = 1855)
    public static boolean int28ge(int a, long b) {
        return a >= b;
    }

    @PgFunction(oid = 2192)
    public static int btint28cmp(int a, long b) {
        return Long.compare(a, b);
    }

    @PgFunction(oid = 1856)
    public static boolean int82eq(long a, int b) {
        return a == b;
    }

    @PgFunction(oid = 1857)
    public static boolean int82ne(long a, int b) {
        return a != b;
    }

    @PgFunction(oid = 1858)
    public static boolean int82lt(long a, int b) {
        return a < b;
    }

    @PgFunction(oid = 1860)
    public static boolean int82le(long a, int b) {
        return a <= b;
    }

    @PgFunction(oid = 1859)
    public static boolean int82gt(long a, int b) {
        return a > b;
    }

    @PgFunction(oid = 1861)
    public static boolean int82ge(long a, int b) {
        return a >= b;
    }

    @PgFunction(oid = 2193)
    public static int btint82cmp(long a, int b) {
        return Long.compare(a, b);
    }

    @PgFunction(oid = 852)
    public static boolean int48eq(int a, long b) {
        return a == b;
    }

    @PgFunction(oid = 853)
    public static boolean int48ne(int a, long b) {
        return a != b;
    }

    @PgFunction(oid = 854)
    public static boolean int48lt(int a, long b) {
        return a < b;
    }

    @PgFunction(oid = 856)
    public static boolean int48le(int a, long b) {
        return a <= b;
    }

    @PgFunction(oid = 855)
    public static boolean int48gt(int a, long b) {
        return a > b;
    }

    @PgFunction(oid = 857)
    public static boolean int48ge(int a, long b) {
        return a >= b;
    }

    @PgFunction(oid = 2188)
    public static int btint48cmp(int a, long b) {
        return Long.compare(a, b);
    }

    @PgFunction(oid = 474)
    public static boolean int84eq(long a, int b) {
        return a == b;
    }

    @PgFunction(oid = 475)
    public static boolean int84ne(long a, int b) {
        return a != b;
    }

    @PgFunction(oid = 476)
    public static boolean int84lt(long a, int b) {
        return a < b;
    }

    @PgFunction(oid = 478)
    public static boolean int84le(long a, int b) {
        return a <= b;
    }

    @PgFunction(oid = 477)
    public static boolean int84gt(long a, int b) {
        return a > b;
    }

    @PgFunction(oid = 479)
    public static boolean int84ge(long a, int b) {
        return a >= b;
    }

    @PgFunction(oid = 2189)
    public static int btint84cmp(long a, int b) {
        return Long.compare(a, b);
    }
}
