package org.pgherd.semantics.function.floating;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.integer.IntegerRange;

/// Rounding, roots, powers and logarithms of double precision (float.c).
public final class FloatMath {
    private FloatMath() {}

    @PgFunction(oid = {228, 1342})
    public static double dround(double a) {
        return Math.rint(a);
    }

    @PgFunction(oid = {229, 1343})
    public static double dtrunc(double a) {
        return a >= 0 ? Math.floor(a) : -Math.floor(-a);
    }

    @PgFunction(oid = {2308, 2320})
    public static double dceil(double a) {
        return Math.ceil(a);
    }

    @PgFunction(oid = 2309)
    public static double dfloor(double a) {
        return Math.floor(a);
    }

    @PgFunction(oid = 2310)
    public static double dsign(double a) {
        return a > 0 ? 1 : a < 0 ? -1 : 0;
    }

    @PgFunction(oid = {230, 1344})
    public static double dsqrt(double a) {
        if (a < 0) {
            throw new SqlException(
                    SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION, "cannot take square root of a negative number");
        }
        return Math.sqrt(a);
    }

    @PgFunction(oid = {231, 1345})
    public static double dcbrt(double a) {
        return LibM.cbrt(a);
    }

    @PgFunction(oid = {233, 1347})
    public static double dexp(double a) {
        if (Double.isNaN(a)) {
            return a;
        }
        if (Double.isInfinite(a)) {
            return a > 0 ? a : 0;
        }
        return checkRange(LibM.exp(a));
    }

    private static double checkRange(double result) {
        if (Double.isInfinite(result)) {
            throw FloatRange.overflow();
        }
        if (result == 0) {
            throw FloatRange.underflow();
        }
        return result;
    }

    @PgFunction(oid = {234, 1341})
    public static double dlog1(double a) {
        checkLogarithm(a);
        return LibM.log(a);
    }

    @PgFunction(oid = {1194, 1339, 1340})
    public static double dlog10(double a) {
        checkLogarithm(a);
        return LibM.log10(a);
    }

    private static void checkLogarithm(double a) {
        if (a == 0) {
            throw new SqlException(SqlState.INVALID_ARGUMENT_FOR_LOG, "cannot take logarithm of zero");
        }
        if (a < 0) {
            throw new SqlException(SqlState.INVALID_ARGUMENT_FOR_LOG, "cannot take logarithm of a negative number");
        }
    }

    @PgFunction(oid = {232, 1346, 1368})
    public static double dpow(double x, double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return y == 0 || x == 1 ? 1 : Double.NaN;
        }
        if (x == 0 && y < 0) {
            throw new SqlException(
                    SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION, "zero raised to a negative power is undefined");
        }
        if (x < 0 && Math.floor(y) != y) {
            throw new SqlException(
                    SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
                    "a negative number raised to a non-integer power yields a complex result");
        }
        if (Double.isInfinite(y)) {
            double magnitude = Math.abs(x);
            if (magnitude == 1) {
                return 1;
            }
            return y > 0 == magnitude > 1 ? Math.abs(y) : 0;
        }
        if (Double.isInfinite(x)) {
            return powerOfInfinity(x, y);
        }
        double result = LibM.pow(x, y);
        if (Double.isInfinite(result)) {
            throw FloatRange.overflow();
        }
        if (result == 0 && x != 0) {
            throw FloatRange.underflow();
        }
        return result;
    }

    private static double powerOfInfinity(double x, double y) {
        if (y == 0) {
            return 1;
        }
        if (x > 0) {
            return y > 0 ? x : 0;
        }
        boolean odd = Math.floor(y / 2) != y / 2;
        if (y > 0) {
            return odd ? x : -x;
        }
        return odd ? -0.0 : 0.0;
    }

    @PgFunction(oid = 6219)
    public static double derf(double a) {
        return LibM.erf(a);
    }

    @PgFunction(oid = 6220)
    public static double derfc(double a) {
        return LibM.erfc(a);
    }

    @PgFunction(oid = 6383)
    public static double dgamma(double a) {
        if (Double.isNaN(a) || a == Double.POSITIVE_INFINITY) {
            return a;
        }
        if (a == Double.NEGATIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        double result = LibM.tgamma(a);
        if (Double.isInfinite(result) || Double.isNaN(result)) {
            throw FloatRange.overflow();
        }
        if (result == 0) {
            throw FloatRange.underflow();
        }
        return result;
    }

    @PgFunction(oid = 6384)
    public static double dlgamma(double a) {
        return FloatRange.checkOverflow(LibM.lgamma(a), a);
    }

    @PgFunction(oid = 320)
    public static int width_bucket_float8(double operand, double bound1, double bound2, int count) {
        if (count <= 0) {
            throw widthBucket("count must be greater than zero");
        }
        if (Double.isNaN(operand) || Double.isNaN(bound1) || Double.isNaN(bound2)) {
            throw widthBucket("operand, lower bound, and upper bound cannot be NaN");
        }
        if (Double.isInfinite(bound1) || Double.isInfinite(bound2)) {
            throw widthBucket("lower and upper bounds must be finite");
        }
        if (bound1 == bound2) {
            throw widthBucket("lower bound cannot equal upper bound");
        }
        boolean ascending = bound1 < bound2;
        if (ascending ? operand < bound1 : operand > bound1) {
            return 0;
        }
        if (ascending ? operand >= bound2 : operand <= bound2) {
            return IntegerRange.integer(count + 1L);
        }
        double width = bound2 - bound1;
        double fraction = Double.isInfinite(width)
                ? (operand / 2 - bound1 / 2) / (bound2 / 2 - bound1 / 2)
                : (operand - bound1) / width;
        int bucket = (int) (count * fraction);
        return Math.min(bucket, count - 1) + 1;
    }

    private static SqlException widthBucket(String message) {
        return new SqlException(SqlState.INVALID_ARGUMENT_FOR_WIDTH_BUCKET_FUNCTION, message);
    }
}
