package org.pgherd.semantics.function.window;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;

/// in_range(): whether a row's value lies within an offset of the current row's (int.c, int8.c, float.c).
public final class InRange {
    private InRange() {}

    private static SqlException invalidOffset() {
        return new SqlException(
                SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE, "invalid preceding or following size in window function");
    }

    /// A sum out of range is beyond every value on its side.
    private static boolean within(long value, long base, long offset, boolean subtract, boolean less) {
        if (offset < 0) {
            throw invalidOffset();
        }
        long by = subtract ? -offset : offset;
        long edge = base + by;
        if (((base ^ edge) & (by ^ edge)) < 0) {
            return subtract ? !less : less;
        }
        return less ? value <= edge : value >= edge;
    }

    private static boolean within(double value, double base, double offset, boolean subtract, boolean less) {
        if (Double.isNaN(offset) || offset < 0) {
            throw invalidOffset();
        }
        if (Double.isNaN(value)) {
            return Double.isNaN(base) || !less;
        }
        if (Double.isNaN(base)) {
            return less;
        }
        if (Double.isInfinite(offset) && Double.isInfinite(base) && (subtract ? base > 0 : base < 0)) {
            return true;
        }
        double edge = subtract ? base - offset : base + offset;
        return less ? value <= edge : value >= edge;
    }

    @PgFunction(oid = 4132)
    public static boolean in_range_int2_int2(int value, int base, int offset, boolean subtract, boolean less) {
        return within(value, base, offset, subtract, less);
    }

    @PgFunction(oid = 4131)
    public static boolean in_range_int2_int4(int value, int base, int offset, boolean subtract, boolean less) {
        return within(value, base, offset, subtract, less);
    }

    @PgFunction(oid = 4130)
    public static boolean in_range_int2_int8(int value, int base, long offset, boolean subtract, boolean less) {
        return within(value, base, offset, subtract, less);
    }

    @PgFunction(oid = 4129)
    public static boolean in_range_int4_int2(int value, int base, int offset, boolean subtract, boolean less) {
        return within(value, base, offset, subtract, less);
    }

    @PgFunction(oid = 4128)
    public static boolean in_range_int4_int4(int value, int base, int offset, boolean subtract, boolean less) {
        return within(value, base, offset, subtract, less);
    }

    @PgFunction(oid = 4127)
    public static boolean in_range_int4_int8(int value, int base, long offset, boolean subtract, boolean less) {
        return within(value, base, offset, subtract, less);
    }

    @PgFunction(oid = 4126)
    public static boolean in_range_int8_int8(long value, long base, long offset, boolean subtract, boolean less) {
        return within(value, base, offset, subtract, less);
    }

    @PgFunction(oid = 4139)
    public static boolean in_range_float8_float8(
            double value, double base, double offset, boolean subtract, boolean less) {
        return within(value, base, offset, subtract, less);
    }
}
