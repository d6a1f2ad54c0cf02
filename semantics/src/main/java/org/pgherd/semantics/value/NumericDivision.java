package org.pgherd.semantics.value;

import java.math.BigInteger;

/// Quotients: numeric.c:numeric_div_opt_error and select_div_scale.
final class NumericDivision {
    private static final int MIN_SIGNIFICANT_DIGITS = 16;

    private NumericDivision() {}

    static Numeric divideSpecial(Numeric a, Numeric b) {
        if (a.isNaN() || b.isNaN()) {
            return Numeric.NAN;
        }
        if (a.isInfinite()) {
            if (b.isInfinite()) {
                return Numeric.NAN;
            }
            if (b.isZero()) {
                throw Numeric.divisionByZero();
            }
            return a.signum() * b.signum() > 0 ? Numeric.INFINITY : Numeric.MINUS_INFINITY;
        }
        return Numeric.ZERO;
    }

    /// Rounded half away from zero at the scale.
    static Numeric divide(Numeric a, Numeric b, int scale) {
        int shift = scale + b.scale() - a.scale();
        if (a.isCompact() && b.isCompact() && shift >= 0 && PowersOfTen.fits(a.compactValue(), shift)) {
            long n = a.compactValue() * PowersOfTen.get(shift);
            long d = b.compactValue();
            long q = n / d;
            long r = Math.abs(n % d);
            if (r >= Math.abs(d) - r) {
                q += (n < 0) == (d < 0) ? 1 : -1;
            }
            return Numeric.of(q, scale);
        }
        BigInteger n = a.unscaledValue();
        BigInteger d = b.unscaledValue();
        if (shift >= 0) {
            n = n.multiply(PowersOfTen.big(shift));
        } else {
            d = d.multiply(PowersOfTen.big(-shift));
        }
        BigInteger[] qr = n.divideAndRemainder(d);
        BigInteger q = qr[0];
        if (qr[1].abs().shiftLeft(1).compareTo(d.abs()) >= 0) {
            q = n.signum() == d.signum() ? q.add(BigInteger.ONE) : q.subtract(BigInteger.ONE);
        }
        return Numeric.of(q, scale);
    }

    static int scale(Numeric a, Numeric b) {
        int quotientWeight = weight(a) - weight(b);
        if (firstDigit(a) <= firstDigit(b)) {
            quotientWeight--;
        }
        int scale = MIN_SIGNIFICANT_DIGITS - quotientWeight * 4;
        scale = Math.max(scale, Math.max(a.scale(), b.scale()));
        return Math.clamp(scale, 0, Numeric.MAX_DISPLAY_SCALE);
    }

    /// Position of the first base-10000 digit; 0 for zero.
    private static int weight(Numeric n) {
        if (n.isZero()) {
            return 0;
        }
        int digits = n.isCompact() ? PowersOfTen.digits(n.compactValue()) : PowersOfTen.digits(n.unscaledValue());
        return Math.floorDiv(digits - n.scale() - 1, 4);
    }

    /// The first base-10000 digit.
    private static int firstDigit(Numeric n) {
        if (n.isZero()) {
            return 0;
        }
        int shift = n.scale() + weight(n) * 4;
        if (n.isCompact()) {
            long v = Math.abs(n.compactValue());
            return (int) (shift >= 0 ? v / PowersOfTen.get(shift) : v * PowersOfTen.get(-shift));
        }
        BigInteger v = n.unscaledValue().abs();
        return (shift >= 0 ? v.divide(PowersOfTen.big(shift)) : v.multiply(PowersOfTen.big(-shift))).intValue();
    }
}
