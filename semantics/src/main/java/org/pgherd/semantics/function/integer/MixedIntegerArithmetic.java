package org.pgherd.semantics.function.integer;

import org.pgherd.semantics.function.PgFunction;

/// Arithmetic between integers of different width; the result has the wider (int.c, int8.c).
public final class MixedIntegerArithmetic {
    private MixedIntegerArithmetic() {}

    @PgFunction(oid = 178)
    public static int int24pl(int a, int b) {
        return IntegerRange.integer((long) a + b);
    }

    @PgFunction(oid = 182)
    public static int int24mi(int a, int b) {
        return IntegerRange.integer((long) a - b);
    }

    @PgFunction(oid = 170)
    public static int int24mul(int a, int b) {
        return IntegerRange.integer((long) a * b);
    }

    @PgFunction(oid = 172)
    public static int int24div(int a, int b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        return a / b;
    }

    @PgFunction(oid = 179)
    public static int int42pl(int a, int b) {
        return IntegerRange.integer((long) a + b);
    }

    @PgFunction(oid = 183)
    public static int int42mi(int a, int b) {
        return IntegerRange.integer((long) a - b);
    }

    @PgFunction(oid = 171)
    public static int int42mul(int a, int b) {
        return IntegerRange.integer((long) a * b);
    }

    @PgFunction(oid = 173)
    public static int int42div(int a, int b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        return IntegerRange.integer((long) a / b);
    }

    @PgFunction(oid = 841)
    public static long int28pl(int a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw IntegerRange.bigintOutOfRange();
        }
        return sum;
    }

    @PgFunction(oid = 942)
    public static long int28mi(int a, long b) {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw IntegerRange.bigintOutOfRange();
        }
        return difference;
    }

    @PgFunction(oid = 943)
    public static long int28mul(int a, long b) {
        long high = Math.multiplyHigh((long) a, b);
        long low = (long) a * b;
        if (high != low >> 63) {
            throw IntegerRange.bigintOutOfRange();
        }
        return low;
    }

    @PgFunction(oid = 948)
    public static long int28div(int a, long b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        return a / b;
    }

    @PgFunction(oid = 837)
    public static long int82pl(long a, int b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw IntegerRange.bigintOutOfRange();
        }
        return sum;
    }

    @PgFunction(oid = 838)
    public static long int82mi(long a, int b) {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw IntegerRange.bigintOutOfRange();
        }
        return difference;
    }

    @PgFunction(oid = 839)
    public static long int82mul(long a, int b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high != low >> 63) {
            throw IntegerRange.bigintOutOfRange();
        }
        return low;
    }

    @PgFunction(oid = 840)
    public static long int82div(long a, int b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        if (b == -1 && a == Long.MIN_VALUE) {
            throw IntegerRange.bigintOutOfRange();
        }
        return a / b;
    }

    @PgFunction(oid = 1278)
    public static long int48pl(int a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw IntegerRange.bigintOutOfRange();
        }
        return sum;
    }

    @PgFunction(oid = 1279)
    public static long int48mi(int a, long b) {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw IntegerRange.bigintOutOfRange();
        }
        return difference;
    }

    @PgFunction(oid = 1280)
    public static long int48mul(int a, long b) {
        long high = Math.multiplyHigh((long) a, b);
        long low = (long) a * b;
        if (high != low >> 63) {
            throw IntegerRange.bigintOutOfRange();
        }
        return low;
    }

    @PgFunction(oid = 1281)
    public static long int48div(int a, long b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        return a / b;
    }

    @PgFunction(oid = 1274)
    public static long int84pl(long a, int b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw IntegerRange.bigintOutOfRange();
        }
        return sum;
    }

    @PgFunction(oid = 1275)
    public static long int84mi(long a, int b) {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw IntegerRange.bigintOutOfRange();
        }
        return difference;
    }

    @PgFunction(oid = 1276)
    public static long int84mul(long a, int b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high != low >> 63) {
            throw IntegerRange.bigintOutOfRange();
        }
        return low;
    }

    @PgFunction(oid = 1277)
    public static long int84div(long a, int b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        if (b == -1 && a == Long.MIN_VALUE) {
            throw IntegerRange.bigintOutOfRange();
        }
        return a / b;
    }
}
