package org.pgherd.semantics.function.integer;

import org.pgherd.semantics.function.PgFunction;

/// Bitwise operators of integers. Shift counts wrap at 32 (64 for bigint), as the machine's do.
public final class IntegerBits {
    private IntegerBits() {}

    @PgFunction(oid = 1892)
    public static int int2and(int a, int b) {
        return a & b;
    }

    @PgFunction(oid = 1893)
    public static int int2or(int a, int b) {
        return a | b;
    }

    @PgFunction(oid = 1894)
    public static int int2xor(int a, int b) {
        return a ^ b;
    }

    @PgFunction(oid = 1895)
    public static int int2not(int a) {
        return ~a;
    }

    @PgFunction(oid = 1896)
    public static int int2shl(int a, int b) {
        return (short) (a << (b & 31));
    }

    @PgFunction(oid = 1897)
    public static int int2shr(int a, int b) {
        return (short) (a >> (b & 31));
    }

    @PgFunction(oid = 1898)
    public static int int4and(int a, int b) {
        return a & b;
    }

    @PgFunction(oid = 1899)
    public static int int4or(int a, int b) {
        return a | b;
    }

    @PgFunction(oid = 1900)
    public static int int4xor(int a, int b) {
        return a ^ b;
    }

    @PgFunction(oid = 1901)
    public static int int4not(int a) {
        return ~a;
    }

    @PgFunction(oid = 1902)
    public static int int4shl(int a, int b) {
        return a << b;
    }

    @PgFunction(oid = 1903)
    public static int int4shr(int a, int b) {
        return a >> b;
    }

    @PgFunction(oid = 1904)
    public static long int8and(long a, long b) {
        return a & b;
    }

    @PgFunction(oid = 1905)
    public static long int8or(long a, long b) {
        return a | b;
    }

    @PgFunction(oid = 1906)
    public static long int8xor(long a, long b) {
        return a ^ b;
    }

    @PgFunction(oid = 1907)
    public static long int8not(long a) {
        return ~a;
    }

    @PgFunction(oid = 1908)
    public static long int8shl(long a, int b) {
        return a << b;
    }

    @PgFunction(oid = 1909)
    public static long int8shr(long a, int b) {
        return a >> b;
    }
}
