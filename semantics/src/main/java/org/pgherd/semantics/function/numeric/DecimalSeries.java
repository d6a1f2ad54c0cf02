package org.pgherd.semantics.function.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Exponential and natural logarithm of decimals, to as many places after the point as asked.
final class DecimalSeries {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal NEAR_ONE_LOW = new BigDecimal("0.9");
    private static final BigDecimal NEAR_ONE_HIGH = new BigDecimal("1.1");
    private static final int GUARD = 12;

    private DecimalSeries() {}

    /// e^x, rounded half up at the scale; `decimalWeight` is about log10 of it.
    static BigDecimal exp(BigDecimal x, int decimalWeight, int scale) {
        int digits = decimalWeight + scale + 1;
        if (digits < -1) {
            return BigDecimal.ZERO.setScale(scale);
        }
        int halvings = Math.max(0, (int) Math.ceil(Math.log(Math.abs(x.doubleValue()) + 1e-300) / Math.log(2)) + 7);
        MathContext mc = new MathContext(Math.max(digits, 1) + GUARD + halvings / 2, RoundingMode.HALF_EVEN);
        BigDecimal r = x.divide(new BigDecimal(BigInteger.ONE.shiftLeft(halvings)), mc);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; term.signum() != 0 && term.precision() - term.scale() > -mc.getPrecision() - 2; i++) {
            term = term.multiply(r, mc).divide(BigDecimal.valueOf(i), mc);
            sum = sum.add(term, mc);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, mc);
        }
        return sum.setScale(scale, RoundingMode.HALF_UP);
    }

    /// ln(x) of a positive x, rounded half up at the scale.
    static BigDecimal ln(BigDecimal x, int scale) {
        if (x.compareTo(BigDecimal.ONE) == 0) {
            return BigDecimal.ZERO.setScale(scale);
        }
        int exponent = 0;
        BigDecimal mantissa = x;
        if (x.compareTo(NEAR_ONE_LOW) < 0 || x.compareTo(NEAR_ONE_HIGH) > 0) {
            exponent = x.precision() - x.scale();
            mantissa = x.movePointLeft(exponent);
        }
        MathContext mc = new MathContext(
                scale + GUARD + 8 + 4 * Integer.toString(exponent).length(), RoundingMode.HALF_EVEN);
        BigDecimal result = lnOfMantissa(mantissa, mc);
        if (exponent != 0) {
            BigDecimal ln10 = lnOfMantissa(BigDecimal.valueOf(1, 1), mc).negate();
            result = result.add(ln10.multiply(BigDecimal.valueOf(exponent)));
        }
        return result.setScale(scale, RoundingMode.HALF_UP);
    }

    /// Of a number in [0.1, 1.1]: square roots until it is near one, then the series of the area tangent.
    private static BigDecimal lnOfMantissa(BigDecimal mantissa, MathContext mc) {
        BigDecimal m = mantissa;
        int roots = 0;
        while (m.compareTo(NEAR_ONE_LOW) < 0) {
            m = m.sqrt(mc);
            roots++;
        }
        BigDecimal z = m.subtract(BigDecimal.ONE).divide(m.add(BigDecimal.ONE), mc);
        BigDecimal square = z.multiply(z, mc);
        BigDecimal power = z;
        BigDecimal sum = z;
        for (int i = 3; power.signum() != 0 && power.precision() - power.scale() > -mc.getPrecision() - 2; i += 2) {
            power = power.multiply(square, mc);
            sum = sum.add(power.divide(BigDecimal.valueOf(i), mc), mc);
        }
        return sum.multiply(TWO.pow(roots + 1));
    }
}
