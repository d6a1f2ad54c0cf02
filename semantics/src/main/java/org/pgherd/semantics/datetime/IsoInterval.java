package org.pgherd.semantics.datetime;

/// ISO 8601 durations: `P1Y2M3DT4H5M6S` and `P0001-02-03T04:05:06` (datetime.c:DecodeISO8601Interval).
final class IsoInterval {
    private final String text;
    private final IntervalSum sum = new IntervalSum();
    private int at = 1;
    private long value;
    private double fraction;

    private IsoInterval(String text) {
        this.text = text;
    }

    static IntervalSum parse(String text) {
        if (text.length() < 2 || text.charAt(0) != 'P') {
            throw DateTimeFailure.badFormat();
        }
        IsoInterval iso = new IsoInterval(text);
        iso.parse();
        return iso.sum;
    }

    private void parse() {
        boolean datePart = true;
        boolean haveField = false;
        while (at < text.length()) {
            if (text.charAt(at) == 'T') {
                datePart = false;
                haveField = false;
                at++;
                continue;
            }
            int start = at;
            number();
            char unit = at < text.length() ? text.charAt(at) : 0;
            at++;
            if (datePart) {
                switch (unit) {
                    case 'Y' -> sum.addYears(value, fraction, 1);
                    case 'M' -> {
                        sum.addMonths(value);
                        sum.addFractionOfDays(fraction, 30);
                    }
                    case 'W' -> {
                        sum.addDays(value, 7);
                        sum.addFractionOfDays(fraction, 7);
                    }
                    case 'D' -> {
                        sum.addDays(value, 1);
                        sum.addFractionOfMicros(fraction, Calendar.MICROS_PER_DAY);
                    }
                    case 'T', 0, '-' -> {
                        if (unit != '-' && !haveField && width(start) == 8) {
                            sum.addYears(value / 10000, 0, 1);
                            sum.addMonths(value / 100 % 100);
                            sum.addDays(value % 100, 1);
                            sum.addFractionOfMicros(fraction, Calendar.MICROS_PER_DAY);
                        } else if (haveField) {
                            throw DateTimeFailure.badFormat();
                        } else {
                            unit = extendedDate(unit);
                        }
                        if (unit == 0) {
                            return;
                        }
                        datePart = false;
                        haveField = false;
                        continue;
                    }
                    default -> throw DateTimeFailure.badFormat();
                }
            } else {
                switch (unit) {
                    case 'H' -> sum.addMicros(value, fraction, Calendar.MICROS_PER_HOUR);
                    case 'M' -> sum.addMicros(value, fraction, Calendar.MICROS_PER_MINUTE);
                    case 'S' -> sum.addMicros(value, fraction, Calendar.MICROS_PER_SECOND);
                    case 0, ':' -> {
                        if (unit == 0 && !haveField && width(start) == 6) {
                            sum.addMicros(value / 10000, 0, Calendar.MICROS_PER_HOUR);
                            sum.addMicros(value / 100 % 100, 0, Calendar.MICROS_PER_MINUTE);
                            sum.addMicros(value % 100, 0, Calendar.MICROS_PER_SECOND);
                            sum.addFractionOfMicros(fraction, 1);
                            return;
                        }
                        if (haveField) {
                            throw DateTimeFailure.badFormat();
                        }
                        extendedTime(unit);
                        return;
                    }
                    default -> throw DateTimeFailure.badFormat();
                }
            }
            haveField = true;
        }
    }

    /// `y-m-d`; gives 0 at the end of the text, 'T' if a time follows.
    private char extendedDate(char first) {
        sum.addYears(value, fraction, 1);
        if (first != '-') {
            return first;
        }
        number();
        sum.addMonths(value);
        sum.addFractionOfDays(fraction, 30);
        char next = take();
        if (next != '-') {
            return endOrTime(next);
        }
        number();
        sum.addDays(value, 1);
        sum.addFractionOfMicros(fraction, Calendar.MICROS_PER_DAY);
        return endOrTime(take());
    }

    private static char endOrTime(char c) {
        if (c != 0 && c != 'T') {
            throw DateTimeFailure.badFormat();
        }
        return c;
    }

    /// `h:m:s`
    private void extendedTime(char first) {
        sum.addMicros(value, fraction, Calendar.MICROS_PER_HOUR);
        if (first == 0) {
            return;
        }
        number();
        sum.addMicros(value, fraction, Calendar.MICROS_PER_MINUTE);
        char next = take();
        if (next == 0) {
            return;
        }
        if (next != ':') {
            throw DateTimeFailure.badFormat();
        }
        number();
        sum.addMicros(value, fraction, Calendar.MICROS_PER_SECOND);
        if (take() != 0) {
            throw DateTimeFailure.badFormat();
        }
    }

    private char take() {
        char c = at < text.length() ? text.charAt(at) : 0;
        at++;
        return c;
    }

    /// Whatever strtod() takes, as far as a double tells its whole part (datetime.c:ParseISO8601Number).
    private void number() {
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        int digits = skipDigits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits += skipDigits();
        }
        if (digits == 0) {
            throw DateTimeFailure.badFormat();
        }
        exponent();
        double number = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(number)) {
            throw DateTimeFailure.badFormat();
        }
        if (Math.abs(number) > 1.0e15) {
            throw DateTimeFailure.fieldOverflow();
        }
        value = (long) number;
        fraction = number - value;
    }

    private int skipDigits() {
        int from = at;
        while (at < text.length() && DateTimeField.isDigit(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private void exponent() {
        if (at >= text.length() || text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return;
        }
        int before = at++;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        if (skipDigits() == 0) {
            at = before;
        }
    }

    /// Digits of the number that starts there, its sign left out.
    private int width(int start) {
        int from = text.charAt(start) == '-' ? start + 1 : start;
        int i = from;
        while (i < text.length() && DateTimeField.isDigit(text.charAt(i))) {
            i++;
        }
        return i - from;
    }
}
