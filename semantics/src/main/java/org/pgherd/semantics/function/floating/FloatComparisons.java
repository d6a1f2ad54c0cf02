package org.pgherd.semantics.function.floating;

import org.pgherd.semantics.function.PgFunction;

/// Order of real and double precision: NaN equals itself and is above all else (float.h).
public final class FloatComparisons {
    private FloatComparisons() {}

    @PgFunction(oid = 287)
    public static boolean float4eq(float a, float b) {
        return a == b || Float.isNaN(a) && Float.isNaN(b);
    }

    @PgFunction(oid = 288)
    public static boolean float4ne(float a, float b) {
        return a != b && (!Float.isNaN(a) || !Float.isNaN(b));
    }

    @PgFunction(oid = 289)
    public static boolean float4lt(float a, float b) {
        return a < b || !Float.isNaN(a) && Float.isNaN(b);
    }

    @PgFunction(oid = 290)
    public static boolean float4le(float a, float b) {
        return a <= b || Float.isNaN(b);
    }

    @PgFunction(oid = 291)
    public static boolean float4gt(float a, float b) {
        return a > b || Float.isNaN(a) && !Float.isNaN(b);
    }

    @PgFunction(oid = 292)
    public static boolean float4ge(float a, float b) {
        return a >= b || Float.isNaN(a);
    }

    @PgFunction(oid = 354)
    public static int btfloat4cmp(float a, float b) {
        return float4lt(a, b) ? -1 : float4eq(a, b) ? 0 : 1;
    }

    @PgFunction(oid = 293)
    public static boolean float8eq(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b);
    }

    @PgFunction(oid = 294)
    public static boolean float8ne(double a, double b) {
        return a != b && (!Double.isNaN(a) || !Double.isNaN(b));
    }

    @PgFunction(oid = 295)
    public static boolean float8lt(double a, double b) {
        return a < b || !Double.isNaN(a) && Double.isNaN(b);
    }

    @PgFunction(oid = 296)
    public static boolean float8le(double a, double b) {
        return a <= b || Double.isNaN(b);
    }

    @PgFunction(oid = 297)
    public static boolean float8gt(double a, double b) {
        return a > b || Double.isNaN(a) && !Double.isNaN(b);
    }

    @PgFunction(oid = 298)
    public static boolean float8ge(double a, double b) {
        return a >= b || Double.isNaN(a);
    }

    @PgFunction(oid = 355)
    public static int btfloat8cmp(double a, double b) {
        return float8lt(a, b) ? -1 : float8eq(a, b) ? 0 : 1;
    }

    @PgFunction(oid = 299)
    public static boolean float48eq(float a, double b) {
        return a == b || Float.isNaN(a) && Double.isNaN(b);
    }

    @PgFunction(oid = 300)
    public static boolean float48ne(float a, double b) {
        return a != b && (!Float.isNaN(a) || !Double.isNaN(b));
    }

    @PgFunction(oid = 301)
    public static boolean float48lt(float a, double b) {
        return a < b || !Float.isNaN(a) && Double.isNaN(b);
    }

    @PgFunction(oid = 302)
    public static boolean float48le(float a, double b) {
        return a <= b || Double.isNaN(b);
    }

    @PgFunction(oid = 303)
    public static boolean float48gt(float a, double b) {
        return a > b || Float.isNaN(a) && !Double.isNaN(b);
    }

    @PgFunction(oid = 304)
    public static boolean float48ge(float a, double b) {
        return a >= b || Float.isNaN(a);
    }

    @PgFunction(oid = 2194)
    public static int btfloat48cmp(float a, double b) {
        return float48lt(a, b) ? -1 : float48eq(a, b) ? 0 : 1;
    }

    @PgFunction(oid = 305)
    public static boolean float84eq(double a, float b) {
        return a == b || Double.isNaN(a) && Float.isNaN(b);
    }

    @PgFunction(oid = 306)
    public static boolean float84ne(double a, float b) {
        return a != b && (!Double.isNaN(a) || !Float.isNaN(b));
    }

    @PgFunction(oid = 307)
    public static boolean float84lt(double a, float b) {
        return a < b || !Double.isNaN(a) && Float.isNaN(b);
    }

    @PgFunction(oid = 308)
    public static boolean float84le(double a, float b) {
        return a <= b || Float.isNaN(b);
    }

    @PgFunction(oid = 309)
    public static boolean float84gt(double a, float b) {
        return a > b || Double.isNaN(a) && !Float.isNaN(b);
    }

    @PgFunction(oid = 310)
    public static boolean float84ge(double a, float b) {
        return a >= b || Double.isNaN(a);
    }

    @PgFunction(oid = 2195)
    public static int btfloat84cmp(double a, float b) {
        return float84lt(a, b) ? -1 : float84eq(a, b) ? 0 : 1;
    }

    @PgFunction(oid = 209)
    public static float float4larger(float a, float b) {
        return float4gt(a, b) ? a : b;
    }

    @PgFunction(oid = 211)
    public static float float4smaller(float a, float b) {
        return float4lt(a, b) ? a : b;
    }

    @PgFunction(oid = 223)
    public static double float8larger(double a, double b) {
        return float8gt(a, b) ? a : b;
    }

    @PgFunction(oid = 224)
    public static double float8smaller(double a, double b) {
        return float8lt(a, b) ? a : b;
    }
}
