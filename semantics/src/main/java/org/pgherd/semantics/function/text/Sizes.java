package org.pgherd.semantics.function.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// pg_size_pretty() and pg_size_bytes() (dbsize.c).
public final class Sizes {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};
    /// Above it the next unit is taken; all but bytes are counted in halves until they are rounded.
    private static final long BYTES_LIMIT = 10 * 1024;

    private static final long LIMIT = 20 * 1024 - 1;
    private static final int BITS_PER_UNIT = 10;
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+))(e[+-]?[0-9]+)?", Pattern.CASE_INSENSITIVE);

    private Sizes() {}

    @PgFunction(oid = 2288)
    public static Text pg_size_pretty(long size) {
        return Text.of(pretty(Numeric.of(size)));
    }

    @PgFunction(oid = 3166)
    public static Text pg_size_pretty_numeric(Numeric size) {
        return Text.of(pretty(size));
    }

    private static String pretty(Numeric size) {
        Numeric left = size;
        for (int unit = 0; ; unit++) {
            boolean last = unit == UNITS.length - 1;
            if (last || left.abs().compareTo(Numeric.of(unit == 0 ? BYTES_LIMIT : LIMIT)) < 0) {
                if (unit > 0) {
                    Numeric one = Numeric.ONE;
                    left = (left.signum() < 0 ? left.subtract(one) : left.add(one)).divideToInteger(Numeric.of(2));
                }
                return left + " " + UNITS[unit];
            }
            int bits = BITS_PER_UNIT - 1 + (unit > 0 ? 1 : 0);
            left = left.divideToInteger(Numeric.of(1L << bits));
        }
    }

    private static SqlException invalid(String text) {
        return new SqlException(SqlState.INVALID_PARAMETER_VALUE, "invalid size: \"" + text + "\"");
    }

    @PgFunction(oid = 3334)
    public static long pg_size_bytes(Text size) {
        String text = size.toString();
        Matcher m = NUMBER.matcher(text);
        if (!m.lookingAt()) {
            throw invalid(text);
        }
        String exponent = m.group(4);
        Numeric number = Numeric.parse(m.group(1) + (exponent == null ? "" : exponent));
        String unit = text.substring(m.end()).strip();
        if (!unit.isEmpty()) {
            number = number.multiply(Numeric.of(1L << BITS_PER_UNIT * index(unit, text)));
        }
        return number.toInt8();
    }

    private static int index(String unit, String text) {
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equalsIgnoreCase(unit)
                    || i == 0 && unit.toLowerCase(Locale.ROOT).equals("b")) {
                return i;
            }
        }
        throw invalid(text)
                .withDetail("Invalid size unit: \"" + unit + "\".")
                .withHint("Valid units are \"bytes\", \"B\", \"kB\", \"MB\", \"GB\", \"TB\", and \"PB\".");
    }
}
