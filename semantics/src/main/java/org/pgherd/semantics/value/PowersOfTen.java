package org.pgherd.semantics.value;

import java.math.BigInteger;

/// Powers of ten, and what they do to longs.
final class PowersOfTen {
    private static final long[] LONGS = new long[19];
    private static final double[] DOUBLES = new double[23];
    private static final BigInteger[] BIGS = new BigInteger[256];

    static {
        long p = 1;
        for (int i = 0; i < LONGS.length; i++) {
            LONGS[i] = p;
            p *= 10;
        }
        for (int i = 0; i < DOUBLES.length; i++) {
            DOUBLES[i] = Double.parseDouble("1e" + i);
        }
        BigInteger b = BigInteger.ONE;
        for (int i = 0; i < BIGS.length; i++) {
            BIGS[i] = b;
            b = b.multiply(BigInteger.TEN);
        }
    }

    private PowersOfTen() {}

    /// 10^n for n in 0..18.
    static long get(int n) {
        return LONGS[n];
    }

    static double asDouble(int n) {
        return DOUBLES[n];
    }

    static BigInteger big(int n) {
        return n < BIGS.length ? BIGS[n] : BigInteger.TEN.pow(n);
    }

    /// True if value * 10^n stays within the compact range.
    static boolean fits(long value, int n) {
        return value == 0 ? n < LONGS.length : n < LONGS.length && Math.abs(value) < Numeric.COMPACT_LIMIT / LONGS[n];
    }

    /// value / 10^n, rounded half away from zero.
    static long roundedQuotient(long value, int n) {
        if (n >= LONGS.length) {
            return 0;
        }
        long divisor = LONGS[n];
        long q = value / divisor;
        long r = Math.abs(value % divisor);
        return r >= divisor - r ? q + Long.signum(value) : q;
    }

    /// Number of decimal digits, 1 for 0.
    static int digits(long value) {
        long v = Math.abs(value);
        int n = 1;
        while (n < LONGS.length && v >= LONGS[n]) {
            n++;
        }
        return n;
    }

    static int digits(BigInteger value) {
        BigInteger v = value.abs();
        if (v.bitLength() < 64) {
            return new java.math.BigDecimal(v).precision();
        }
        int estimate = (int) ((v.bitLength() - 1) * 0.30102999566398120);
        return v.compareTo(big(estimate)) >= 0
                ? (v.compareTo(big(estimate + 1)) >= 0 ? estimate + 2 : estimate + 1)
                : estimate;
    }
}
