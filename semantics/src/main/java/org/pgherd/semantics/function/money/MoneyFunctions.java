package org.pgherd.semantics.function.money;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.floating.FloatArithmetic;
import org.pgherd.semantics.function.floating.FloatRange;
import org.pgherd.semantics.value.Numeric;

/// Functions of money, which counts cents (cash.c). Two fraction digits: lc_monetary other than C is not known
/// here.
public final class MoneyFunctions {
    private MoneyFunctions() {}

    private static SqlException outOfRange() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "money out of range");
    }

    @PgFunction(oid = 890)
    public static boolean cash_lt(long a, long b) {
        return a < b;
    }

    @PgFunction(oid = 891)
    public static boolean cash_le(long a, long b) {
        return a <= b;
    }

    @PgFunction(oid = 892)
    public static boolean cash_gt(long a, long b) {
        return a > b;
    }

    @PgFunction(oid = 893)
    public static boolean cash_ge(long a, long b) {
        return a >= b;
    }

    @PgFunction(oid = 888)
    public static boolean cash_eq(long a, long b) {
        return a == b;
    }

    @PgFunction(oid = 889)
    public static boolean cash_ne(long a, long b) {
        return a != b;
    }

    @PgFunction(oid = 377)
    public static int cash_cmp(long a, long b) {
        return Long.compare(a, b);
    }

    @PgFunction(oid = 898)
    public static long cashlarger(long a, long b) {
        return Math.max(a, b);
    }

    @PgFunction(oid = 899)
    public static long cashsmaller(long a, long b) {
        return Math.min(a, b);
    }

    @PgFunction(oid = 894)
    public static long cash_pl(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw outOfRange();
        }
        return sum;
    }

    @PgFunction(oid = 895)
    public static long cash_mi(long a, long b) {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw outOfRange();
        }
        return difference;
    }

    @PgFunction(oid = 3822)
    public static double cash_div_cash(long a, long b) {
        if (b == 0) {
            throw FloatRange.divisionByZero();
        }
        return (double) a / (double) b;
    }

    private static long round(double value) {
        double rounded = Math.rint(value);
        if (!(rounded >= -0x1p63 && rounded < 0x1p63)) {
            throw outOfRange();
        }
        return (long) rounded;
    }

    private static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high != low >> 63) {
            throw outOfRange();
        }
        return low;
    }

    private static long dividedBy(long a, long b) {
        if (b == 0) {
            throw FloatRange.divisionByZero();
        }
        if (b == -1 && a == Long.MIN_VALUE) {
            throw outOfRange();
        }
        return a / b;
    }

    @PgFunction(oid = 896)
    public static long cash_mul_flt8(long a, double b) {
        return round(FloatArithmetic.float8mul(a, b));
    }

    @PgFunction(oid = 919)
    public static long flt8_mul_cash(double a, long b) {
        return round(FloatArithmetic.float8mul(a, b));
    }

    @PgFunction(oid = 897)
    public static long cash_div_flt8(long a, double b) {
        return round(FloatArithmetic.float8div(a, b));
    }

    @PgFunction(oid = 846)
    public static long cash_mul_flt4(long a, float b) {
        return round(FloatArithmetic.float8mul(a, b));
    }

    @PgFunction(oid = 848)
    public static long flt4_mul_cash(float a, long b) {
        return round(FloatArithmetic.float8mul(a, b));
    }

    @PgFunction(oid = 847)
    public static long cash_div_flt4(long a, float b) {
        return round(FloatArithmetic.float8div(a, b));
    }

    @PgFunction(oid = 3344)
    public static long cash_mul_int8(long a, long b) {
        return times(a, b);
    }

    @PgFunction(oid = 3399)
    public static long int8_mul_cash(long a, long b) {
        return times(a, b);
    }

    @PgFunction(oid = 3345)
    public static long cash_div_int8(long a, long b) {
        return dividedBy(a, b);
    }

    @PgFunction(oid = 864)
    public static long cash_mul_int4(long a, int b) {
        return times(a, b);
    }

    @PgFunction(oid = 862)
    public static long int4_mul_cash(int a, long b) {
        return times(a, b);
    }

    @PgFunction(oid = 865)
    public static long cash_div_int4(long a, int b) {
        return dividedBy(a, b);
    }

    @PgFunction(oid = 866)
    public static long cash_mul_int2(long a, int b) {
        return times(a, b);
    }

    @PgFunction(oid = 863)
    public static long int2_mul_cash(int a, long b) {
        return times(a, b);
    }

    @PgFunction(oid = 867)
    public static long cash_div_int2(long a, int b) {
        return dividedBy(a, b);
    }

    @PgFunction(oid = 3811)
    public static long int4_cash(int a) {
        return a * 100L;
    }

    @PgFunction(oid = 3812)
    public static long int8_cash(long a) {
        long high = Math.multiplyHigh(a, 100L);
        long low = a * 100L;
        if (high != low >> 63) {
            throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "bigint out of range");
        }
        return low;
    }

    @PgFunction(oid = 3823)
    public static Numeric cash_numeric(long a) {
        return Numeric.of(a, 2);
    }

    @PgFunction(oid = 3824)
    public static long numeric_cash(Numeric a) {
        return a.multiply(Numeric.of(100)).toInt8();
    }
}
