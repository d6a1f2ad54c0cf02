package org.pgherd.semantics.datetime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.IntervalStyle;
import org.pgherd.semantics.value.Interval;

/// The input function of interval (datetime.c:DecodeInterval): words and numbers, SQL's and ISO 8601's forms.
public final class IntervalInput {
    private static final int MICROSECOND = 1;
    private static final int MILLISECOND = 2;
    private static final int SECOND = 4;
    private static final int ALL_SECONDS = 7;
    private static final int MINUTE = 8;
    private static final int HOUR = 16;
    private static final int DAY = 32;
    private static final int WEEK = 64;
    private static final int MONTH = 128;
    private static final int YEAR = 256;
    private static final int DECADE = 512;
    private static final int CENTURY = 1024;
    private static final int MILLENNIUM = 2048;
    private static final int TIME = ALL_SECONDS | MINUTE | HOUR;
    private static final int ALL = 4095;

    private final IntervalSum sum = new IntervalSum();
    private final int range;
    private DateTokens.@Nullable Unit unit;
    private boolean pendingUnit;
    private boolean forceNegative;
    private @Nullable Interval infinite;

    private IntervalInput(int range) {
        this.range = range;
    }

    public static Interval parse(String text, int typmod, IntervalStyle style) {
        try {
            return Precision.adjust(parseInRange(text, Precision.range(typmod), style), typmod);
        } catch (DateTimeFailure failure) {
            if (failure.kind() == DateTimeFailure.Kind.FIELD_OVERFLOW
                    || failure.kind() == DateTimeFailure.Kind.MONTH_DAY_OVERFLOW) {
                throw new SqlException(
                        SqlState.INTERVAL_FIELD_OVERFLOW, "interval field value out of range: \"" + text + "\"");
            }
            throw failure.toError(text, "interval");
        }
    }

    private static Interval parseInRange(String text, int range, IntervalStyle style) {
        IntervalInput input = new IntervalInput(range);
        try {
            input.decode(DateTimeField.split(text), style);
        } catch (DateTimeFailure failure) {
            if (failure.kind() != DateTimeFailure.Kind.BAD_FORMAT) {
                throw failure;
            }
            return IsoInterval.parse(text).toInterval();
        }
        return input.infinite != null ? input.infinite : input.sum.toInterval();
    }

    /// From the right, so that units come before their numbers.
    private void decode(List<DateTimeField> fields, IntervalStyle style) {
        if (style == IntervalStyle.SQL_STANDARD
                && !fields.isEmpty()
                && fields.getFirst().text().startsWith("-")) {
            forceNegative = true;
            for (DateTimeField field : fields.subList(1, fields.size())) {
                char c = field.text().charAt(0);
                forceNegative &= c != '-' && c != '+';
            }
        }
        boolean ago = false;
        int seen = 0;
        for (int i = fields.size() - 1; i >= 0; i--) {
            DateTimeField field = fields.get(i);
            String text = field.text();
            int mask;
            switch (field.type()) {
                case TIME -> mask = clock(text, forceNegative);
                case ZONE -> {
                    mask = text.indexOf(':', 1) > 0 ? signedClock(text) : -1;
                    if (mask < 0) {
                        mask = number(text);
                    }
                }
                case DATE, NUMBER -> mask = number(text);
                default -> {
                    if (pendingUnit) {
                        throw DateTimeFailure.badFormat();
                    }
                    DateTokens.Token token = DateTokens.delta(text);
                    if (token == null) {
                        token = DateTokens.special(text);
                    }
                    if (token == null) {
                        throw DateTimeFailure.badFormat();
                    }
                    mask = 0;
                    switch (token.kind()) {
                        case IGNORE -> {
                            continue;
                        }
                        case UNITS -> {
                            unit = token.unit();
                            pendingUnit = true;
                        }
                        case AGO -> {
                            if (i != fields.size() - 1) {
                                throw DateTimeFailure.badFormat();
                            }
                            ago = true;
                            unit = null;
                        }
                        case RESERVED -> {
                            DateTokens.Reserved reserved = token.reserved();
                            if (fields.size() != 1
                                    || reserved != DateTokens.Reserved.LATE && reserved != DateTokens.Reserved.EARLY) {
                                throw DateTimeFailure.badFormat();
                            }
                            infinite =
                                    reserved == DateTokens.Reserved.LATE ? Interval.INFINITY : Interval.MINUS_INFINITY;
                            mask = ALL;
                        }
                        default -> throw DateTimeFailure.badFormat();
                    }
                }
            }
            if ((mask & seen) != 0) {
                throw DateTimeFailure.badFormat();
            }
            seen |= mask;
        }
        if (seen == 0 || pendingUnit) {
            throw DateTimeFailure.badFormat();
        }
        if (ago) {
            sum.negate();
        }
    }

    private int clock(String text, boolean negative) {
        addClock(text, negative);
        return TIME;
    }

    private void addClock(String text, boolean negative) {
        long[] found = ClockText.parse(text, range == (Precision.MINUTE | Precision.SECOND));
        sum.setTime(found, negative);
        unit = DateTokens.Unit.DAY;
        pendingUnit = false;
    }

    /// -1 if what follows the sign is no clock time.
    private int signedClock(String text) {
        try {
            addClock(text.substring(1), text.charAt(0) == '-');
        } catch (DateTimeFailure failure) {
            return -1;
        }
        return TIME;
    }

    private int number(String text) {
        if (unit == null) {
            unit = unitOfRange();
        }
        boolean negative = text.charAt(0) == '-';
        int first = negative || text.charAt(0) == '+' ? 1 : 0;
        int end = first;
        while (end < text.length() && DateTimeField.isDigit(text.charAt(end))) {
            end++;
        }
        long value;
        try {
            value = end == first ? 0 : Long.parseLong((negative ? "-" : "") + text.substring(first, end));
        } catch (NumberFormatException e) {
            throw DateTimeFailure.fieldOverflow();
        }
        double fraction = 0;
        if (end < text.length() && text.charAt(end) == '-') {
            // SQL's years-months
            int months = monthsOfYear(text.substring(end + 1));
            unit = DateTokens.Unit.MONTH;
            try {
                value = Math.addExact(Math.multiplyExact(value, 12), negative ? -months : months);
            } catch (ArithmeticException e) {
                throw DateTimeFailure.fieldOverflow();
            }
        } else if (end < text.length() && text.charAt(end) == '.') {
            fraction = ClockText.fraction(text.substring(end));
            if (negative) {
                fraction = -fraction;
            }
        } else if (end < text.length()) {
            throw DateTimeFailure.badFormat();
        }
        if (forceNegative) {
            value = value > 0 ? -value : value;
            fraction = fraction > 0 ? -fraction : fraction;
        }
        int mask = add(value, fraction);
        pendingUnit = false;
        return mask;
    }

    private static int monthsOfYear(String text) {
        int months;
        try {
            months = text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw text.chars().allMatch(c -> DateTimeField.isDigit((char) c))
                    ? DateTimeFailure.fieldOverflow()
                    : DateTimeFailure.badFormat();
        }
        if (months < 0 || months >= 12) {
            throw DateTimeFailure.fieldOverflow();
        }
        return months;
    }

    private int add(long value, double fraction) {
        DateTokens.Unit of = unit == null ? DateTokens.Unit.SECOND : unit;
        switch (of) {
            case MICROSECOND -> {
                sum.addMicros(value, fraction, 1);
                return MICROSECOND;
            }
            case MILLISECOND -> {
                sum.addMicros(value, fraction, 1000);
                return MILLISECOND;
            }
            case SECOND -> {
                sum.addMicros(value, fraction, Calendar.MICROS_PER_SECOND);
                return fraction == 0 ? SECOND : ALL_SECONDS;
            }
            case MINUTE -> {
                sum.addMicros(value, fraction, Calendar.MICROS_PER_MINUTE);
                return MINUTE;
            }
            case HOUR -> {
                sum.addMicros(value, fraction, Calendar.MICROS_PER_HOUR);
                unit = DateTokens.Unit.DAY; // for the number to the left
                return HOUR;
            }
            case DAY -> {
                sum.addDays(value, 1);
                sum.addFractionOfMicros(fraction, Calendar.MICROS_PER_DAY);
                return DAY;
            }
            case WEEK -> {
                sum.addDays(value, 7);
                sum.addFractionOfDays(fraction, 7);
                return WEEK;
            }
            case MONTH -> {
                sum.addMonths(value);
                sum.addFractionOfDays(fraction, 30);
                return MONTH;
            }
            case YEAR -> {
                sum.addYears(value, fraction, 1);
                return YEAR;
            }
            case DECADE -> {
                sum.addYears(value, fraction, 10);
                return DECADE;
            }
            case CENTURY -> {
                sum.addYears(value, fraction, 100);
                return CENTURY;
            }
            case MILLENNIUM -> {
                sum.addYears(value, fraction, 1000);
                return MILLENNIUM;
            }
            case QUARTER, JULIAN, TIME, OTHER -> throw DateTimeFailure.badFormat();
        }
        throw new AssertionError(of);
    }

    private DateTokens.Unit unitOfRange() {
        return switch (range) {
            case Precision.YEAR -> DateTokens.Unit.YEAR;
            case Precision.MONTH, Precision.YEAR | Precision.MONTH -> DateTokens.Unit.MONTH;
            case Precision.DAY -> DateTokens.Unit.DAY;
            case Precision.HOUR, Precision.DAY | Precision.HOUR -> DateTokens.Unit.HOUR;
            case Precision.MINUTE,
                    Precision.HOUR | Precision.MINUTE,
                    Precision.DAY | Precision.HOUR | Precision.MINUTE -> DateTokens.Unit.MINUTE;
            default -> DateTokens.Unit.SECOND;
        };
    }
}
