package org.pgherd.semantics.function.floating;

import org.pgherd.semantics.function.PgFunction;

/// Arithmetic of real and double precision with their overflow and underflow errors (float.h).
public final class FloatArithmetic {
    private FloatArithmetic() {}

    @PgFunction(oid = 204)
    public static float float4pl(float a, float b) {
        float result = a + b;
        if (Math.abs(result) == Float.POSITIVE_INFINITY
                && Math.abs(a) != Float.POSITIVE_INFINITY
                && Math.abs(b) != Float.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        return result;
    }

    @PgFunction(oid = 205)
    public static float float4mi(float a, float b) {
        float result = a - b;
        if (Math.abs(result) == Float.POSITIVE_INFINITY
                && Math.abs(a) != Float.POSITIVE_INFINITY
                && Math.abs(b) != Float.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        return result;
    }

    @PgFunction(oid = 202)
    public static float float4mul(float a, float b) {
        float result = a * b;
        if (Math.abs(result) == Float.POSITIVE_INFINITY
                && Math.abs(a) != Float.POSITIVE_INFINITY
                && Math.abs(b) != Float.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        if (result == 0 && a != 0 && b != 0) {
            throw FloatRange.underflow();
        }
        return result;
    }

    @PgFunction(oid = 203)
    public static float float4div(float a, float b) {
        if (b == 0 && !Float.isNaN(a)) {
            throw FloatRange.divisionByZero();
        }
        float result = a / b;
        if (Math.abs(result) == Float.POSITIVE_INFINITY && Math.abs(a) != Float.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        if (result == 0 && a != 0 && Math.abs(b) != Float.POSITIVE_INFINITY) {
            throw FloatRange.underflow();
        }
        return result;
    }

    @PgFunction(oid = 218)
    public static double float8pl(double a, double b) {
        double result = a + b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY
                && Math.abs(a) != Double.POSITIVE_INFINITY
                && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        return result;
    }

    @PgFunction(oid = 219)
    public static double float8mi(double a, double b) {
        double result = a - b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY
                && Math.abs(a) != Double.POSITIVE_INFINITY
                && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        return result;
    }

    @PgFunction(oid = 216)
    public static double float8mul(double a, double b) {
        double result = a * b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY
                && Math.abs(a) != Double.POSITIVE_INFINITY
                && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        if (result == 0 && a != 0 && b != 0) {
            throw FloatRange.underflow();
        }
        return result;
    }

    @PgFunction(oid = 217)
    public static double float8div(double a, double b) {
        if (b == 0 && !Double.isNaN(a)) {
            throw FloatRange.divisionByZero();
        }
        double result = a / b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY && Math.abs(a) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        if (result == 0 && a != 0 && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.underflow();
        }
        return result;
    }

    @PgFunction(oid = 281)
    public static double float48pl(float a, double b) {
        double result = a + b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY
                && Math.abs(a) != Double.POSITIVE_INFINITY
                && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        return result;
    }

    @PgFunction(oid = 282)
    public static double float48mi(float a, double b) {
        double result = a - b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY
                && Math.abs(a) != Double.POSITIVE_INFINITY
                && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        return result;
    }

    @PgFunction(oid = 279)
    public static double float48mul(float a, double b) {
        double result = a * b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY
                && Math.abs(a) != Double.POSITIVE_INFINITY
                && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        if (result == 0 && a != 0 && b != 0) {
            throw FloatRange.underflow();
        }
        return result;
    }

    @PgFunction(oid = 280)
    public static double float48div(float a, double b) {
        if (b == 0 && !Float.isNaN(a)) {
            throw FloatRange.divisionByZero();
        }
        double result = a / b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY && Math.abs(a) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        if (result == 0 && a != 0 && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.underflow();
        }
        return result;
    }

    @PgFunction(oid = 285)
    public static double float84pl(double a, float b) {
        double result = a + b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY
                && Math.abs(a) != Double.POSITIVE_INFINITY
                && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        return result;
    }

    @PgFunction(oid = 286)
    public static double float84mi(double a, float b) {
        double result = a - b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY
                && Math.abs(a) != Double.POSITIVE_INFINITY
                && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        return result;
    }

    @PgFunction(oid = 283)
    public static double float84mul(double a, float b) {
        double result = a * b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY
                && Math.abs(a) != Double.POSITIVE_INFINITY
                && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        if (result == 0 && a != 0 && b != 0) {
            throw FloatRange.underflow();
        }
        return result;
    }

    @PgFunction(oid = 284)
    public static double float84div(double a, float b) {
        if (b == 0 && !Double.isNaN(a)) {
            throw FloatRange.divisionByZero();
        }
        double result = a / b;
        if (Math.abs(result) == Double.POSITIVE_INFINITY && Math.abs(a) != Double.POSITIVE_INFINITY) {
            throw FloatRange.overflow();
        }
        if (result == 0 && a != 0 && Math.abs(b) != Double.POSITIVE_INFINITY) {
            throw FloatRange.underflow();
        }
        return result;
    }

    @PgFunction(oid = 206)
    public static float float4um(float a) {
        return -a;
    }

    @PgFunction(oid = 1913)
    public static float float4up(float a) {
        return a;
    }

    @PgFunction(oid = {207, 1394})
    public static float float4abs(float a) {
        return Math.abs(a);
    }

    @PgFunction(oid = 220)
    public static double float8um(double a) {
        return -a;
    }

    @PgFunction(oid = 1914)
    public static double float8up(double a) {
        return a;
    }

    @PgFunction(oid = {221, 1395})
    public static double float8abs(double a) {
        return Math.abs(a);
    }
}
