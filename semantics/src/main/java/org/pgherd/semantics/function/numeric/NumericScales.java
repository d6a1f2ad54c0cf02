package org.pgherd.semantics.function.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.pgherd.semantics.value.Numeric;

/// How many digits a result gets: numeric.c counts in base 10000, and its scales show it.
final class NumericScales {
    static final int MIN_SIGNIFICANT_DIGITS = 16;
    private static final BigDecimal ZERO_POINT_NINE = new BigDecimal("0.9");
    private static final BigDecimal ONE_POINT_ONE = new BigDecimal("1.1");
    private static final double LN_10 = 2.302585092994046;

    private NumericScales() {}

    /// At least `least`, at most what is displayed.
    static int clamp(int scale, int least) {
        return Math.min(Math.max(scale, Math.max(least, 0)), Numeric.MAX_DISPLAY_SCALE);
    }

    /// Power of 10000 of the first base-10000 digit; 0 for zero.
    static int weight(BigDecimal d) {
        return d.signum() == 0 ? 0 : Math.floorDiv(d.precision() - d.scale() - 1, 4);
    }

    /// The first `count` base-10000 digits as one integer (fewer if there are no more; see [#digitCount]).
    static long leadingDigits(BigDecimal d, int count) {
        BigInteger v = d.abs()
                .movePointLeft((weight(d) + 1 - count) * 4)
                .setScale(0, RoundingMode.DOWN)
                .unscaledValue();
        return v.longValue();
    }

    /// Number of base-10000 digits, without trailing zeros.
    static int digitCount(BigDecimal d) {
        if (d.signum() == 0) {
            return 0;
        }
        BigDecimal s = d.stripTrailingZeros();
        return weight(d) + 1 + Math.floorDiv(s.scale() + 3, 4);
    }

    /// numeric.c:estimate_ln_dweight.
    static int lnDecimalWeight(BigDecimal d) {
        if (d.signum() <= 0) {
            return 0;
        }
        if (d.compareTo(ZERO_POINT_NINE) >= 0 && d.compareTo(ONE_POINT_ONE) <= 0) {
            BigDecimal x = d.subtract(BigDecimal.ONE);
            return x.signum() == 0 ? 0 : weight(x) * 4 + (int) Math.log10(leadingDigits(x, 1));
        }
        int count = Math.min(digitCount(d), 2);
        int decimalWeight = (weight(d) - (count - 1)) * 4;
        double ln = Math.log(leadingDigits(d, count)) + decimalWeight * LN_10;
        return (int) Math.log10(Math.abs(ln));
    }
}
