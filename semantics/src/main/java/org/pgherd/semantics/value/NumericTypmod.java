package org.pgherd.semantics.value;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The modifier `(precision, scale)` of numeric (numeric.c: make_numeric_typmod, apply_typmod, apply_typmod_special).
public final class NumericTypmod {
    private static final int HEADER = 4;

    private NumericTypmod() {}

    public static int of(int precision, int scale) {
        return (precision << 16 | scale & 0x7ff) + HEADER;
    }

    public static int precision(int typmod) {
        return typmod - HEADER >> 16 & 0xffff;
    }

    /// May be negative, or larger than the precision.
    public static int scale(int typmod) {
        return (typmod - HEADER & 0x7ff ^ 1024) - 1024;
    }

    static Numeric apply(Numeric value, int typmod) {
        if (typmod < HEADER || value.isNaN()) {
            return value;
        }
        int precision = precision(typmod);
        int scale = scale(typmod);
        if (value.isInfinite()) {
            throw fieldOverflow()
                    .withDetail("A field with precision " + precision + ", scale " + scale
                            + " cannot hold an infinite value.");
        }
        Numeric rounded = value.round(scale);
        int maxDigits = precision - scale;
        if (!rounded.isZero() && digitsBeforePoint(rounded) > maxDigits) {
            throw fieldOverflow()
                    .withDetail("A field with precision " + precision + ", scale " + scale
                            + " must round to an absolute value less than "
                            + (maxDigits == 0 ? "1" : "10^" + maxDigits) + ".");
        }
        return rounded;
    }

    /// Negative if zeros follow the point.
    private static int digitsBeforePoint(Numeric n) {
        int digits = n.isCompact() ? PowersOfTen.digits(n.compactValue()) : PowersOfTen.digits(n.unscaledValue());
        return digits - n.scale();
    }

    private static SqlException fieldOverflow() {
        return new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "numeric field overflow");
    }
}
