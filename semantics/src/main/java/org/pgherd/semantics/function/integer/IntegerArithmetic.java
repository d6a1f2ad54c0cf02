package org.pgherd.semantics.function.integer;

import org.pgherd.semantics.function.PgFunction;

/// Arithmetic of smallint, integer and bigint with their range errors (int.c, int8.c).
public final class IntegerArithmetic {
    private IntegerArithmetic() {}

    @PgFunction(oid = 176)
    public static int int2pl(int a, int b) {
        return IntegerRange.smallint(a + b);
    }

    @PgFunction(oid = 180)
    public static int int2mi(int a, int b) {
        return IntegerRange.smallint(a - b);
    }

    @PgFunction(oid = 152)
    public static int int2mul(int a, int b) {
        return IntegerRange.smallint(a * b);
    }

    @PgFunction(oid = 153)
    public static int int2div(int a, int b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        return IntegerRange.smallint(a / b);
    }

    @PgFunction(oid = 177)
    public static int int4pl(int a, int b) {
        return IntegerRange.integer((long) a + b);
    }

    @PgFunction(oid = 181)
    public static int int4mi(int a, int b) {
        return IntegerRange.integer((long) a - b);
    }

    @PgFunction(oid = 141)
    public static int int4mul(int a, int b) {
        return IntegerRange.integer((long) a * b);
    }

    @PgFunction(oid = 154)
    public static int int4div(int a, int b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        return IntegerRange.integer((long) a / b);
    }

    @PgFunction(oid = 463)
    public static long int8pl(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw IntegerRange.bigintOutOfRange();
        }
        return sum;
    }

    @PgFunction(oid = 464)
    public static long int8mi(long a, long b) {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw IntegerRange.bigintOutOfRange();
        }
        return difference;
    }

    @PgFunction(oid = 465)
    public static long int8mul(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high != low >> 63) {
            throw IntegerRange.bigintOutOfRange();
        }
        return low;
    }

    @PgFunction(oid = 466)
    public static long int8div(long a, long b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        if (b == -1 && a == Long.MIN_VALUE) {
            throw IntegerRange.bigintOutOfRange();
        }
        return a / b;
    }

    @PgFunction(oid = {155, 940})
    public static int int2mod(int a, int b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        return a % b;
    }

    @PgFunction(oid = 213)
    public static int int2um(int a) {
        if (a == Short.MIN_VALUE) {
            throw IntegerRange.smallintOutOfRange();
        }
        return -a;
    }

    @PgFunction(oid = 1911)
    public static int int2up(int a) {
        return a;
    }

    @PgFunction(oid = {1253, 1398})
    public static int int2abs(int a) {
        if (a == Short.MIN_VALUE) {
            throw IntegerRange.smallintOutOfRange();
        }
        return Math.abs(a);
    }

    @PgFunction(oid = {156, 941})
    public static int int4mod(int a, int b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        return a % b;
    }

    @PgFunction(oid = 212)
    public static int int4um(int a) {
        if (a == Integer.MIN_VALUE) {
            throw IntegerRange.integerOutOfRange();
        }
        return -a;
    }

    @PgFunction(oid = 1912)
    public static int int4up(int a) {
        return a;
    }

    @PgFunction(oid = {1251, 1397})
    public static int int4abs(int a) {
        if (a == Integer.MIN_VALUE) {
            throw IntegerRange.integerOutOfRange();
        }
        return Math.abs(a);
    }

    @PgFunction(oid = {945, 947})
    public static long int8mod(long a, long b) {
        if (b == 0) {
            throw IntegerRange.divisionByZero();
        }
        return a % b;
    }

    @PgFunction(oid = 462)
    public static long int8um(long a) {
        if (a == Long.MIN_VALUE) {
            throw IntegerRange.bigintOutOfRange();
        }
        return -a;
    }

    @PgFunction(oid = 1910)
    public static long int8up(long a) {
        return a;
    }

    @PgFunction(oid = {1230, 1396})
    public static long int8abs(long a) {
        if (a == Long.MIN_VALUE) {
            throw IntegerRange.bigintOutOfRange();
        }
        return Math.abs(a);
    }

    @PgFunction(oid = 766)
    public static int int4inc(int a) {
        if (a == Integer.MAX_VALUE) {
            throw IntegerRange.integerOutOfRange();
        }
        return a + 1;
    }

    @PgFunction(oid = 5044)
    public static int int4gcd(int a, int b) {
        int x = a < 0 ? a : -a;
        int y = b < 0 ? b : -b;
        while (y != 0) {
            int r = y == -1 ? 0 : x % y;
            x = y;
            y = r;
        }
        if (x == Integer.MIN_VALUE) {
            throw IntegerRange.integerOutOfRange();
        }
        return -x;
    }

    @PgFunction(oid = 5046)
    public static int int4lcm(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        int r = int4mul(a / int4gcd(a, b), b);
        if (r == Integer.MIN_VALUE) {
            throw IntegerRange.integerOutOfRange();
        }
        return Math.abs(r);
    }

    @PgFunction(oid = 1219)
    public static long int8inc(long a) {
        if (a == Long.MAX_VALUE) {
            throw IntegerRange.bigintOutOfRange();
        }
        return a + 1;
    }

    @PgFunction(oid = 5045)
    public static long int8gcd(long a, long b) {
        long x = a < 0 ? a : -a;
        long y = b < 0 ? b : -b;
        while (y != 0) {
            long r = y == -1 ? 0 : x % y;
            x = y;
            y = r;
        }
        if (x == Long.MIN_VALUE) {
            throw IntegerRange.bigintOutOfRange();
        }
        return -x;
    }

    @PgFunction(oid = 5047)
    public static long int8lcm(long a, long b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        long r = int8mul(a / int8gcd(a, b), b);
        if (r == Long.MIN_VALUE) {
            throw IntegerRange.bigintOutOfRange();
        }
        return Math.abs(r);
    }

    @PgFunction(oid = 3546)
    public static long int8dec(long a) {
        if (a == Long.MIN_VALUE) {
            throw IntegerRange.bigintOutOfRange();
        }
        return a - 1;
    }
}
