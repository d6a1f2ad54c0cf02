package org.pgherd.semantics.datetime;

import org.pgherd.semantics.function.IntervalStyle;
import org.pgherd.semantics.value.Interval;

/// Text of intervals in the four styles (datetime.c:EncodeInterval).
public final class IntervalOutput {
    private IntervalOutput() {}

    public static String format(Interval value, IntervalStyle style) {
        if (value.isInfinite()) {
            return value.months() > 0 ? "infinity" : "-infinity";
        }
        int years = value.months() / 12;
        int months = value.months() % 12;
        int days = value.days();
        long hours = value.micros() / Calendar.MICROS_PER_HOUR;
        long rest = value.micros() % Calendar.MICROS_PER_HOUR;
        int minutes = (int) (rest / Calendar.MICROS_PER_MINUTE);
        rest %= Calendar.MICROS_PER_MINUTE;
        int seconds = (int) (rest / Calendar.MICROS_PER_SECOND);
        int micros = (int) (rest % Calendar.MICROS_PER_SECOND);
        return switch (style) {
            case POSTGRES -> postgres(years, months, days, hours, minutes, seconds, micros);
            case POSTGRES_VERBOSE -> verbose(years, months, days, hours, minutes, seconds, micros);
            case SQL_STANDARD -> sql(years, months, days, hours, minutes, seconds, micros);
            case ISO_8601 -> iso(years, months, days, hours, minutes, seconds, micros);
        };
    }

    private static String postgres(int years, int months, int days, long hours, int minutes, int seconds, int micros) {
        StringBuilder out = new StringBuilder(40);
        boolean[] state = {true, false}; // nothing yet; the part before was negative
        part(out, years, "year", state);
        part(out, months, "mon", state);
        part(out, days, "day", state);
        if (state[0] || hours != 0 || minutes != 0 || seconds != 0 || micros != 0) {
            boolean minus = hours < 0 || minutes < 0 || seconds < 0 || micros < 0;
            if (!state[0]) {
                out.append(' ');
            }
            out.append(minus ? "-" : state[1] ? "+" : "");
            two(out, Math.abs(hours)).append(':');
            two(out, Math.abs(minutes)).append(':');
            two(out, Math.abs(seconds));
            DateTimeOutput.fraction(out, Math.abs(micros));
        }
        return out.toString();
    }

    private static void part(StringBuilder out, int value, String unit, boolean[] state) {
        if (value == 0) {
            return;
        }
        if (!state[0]) {
            out.append(' ');
        }
        if (state[1] && value > 0) {
            out.append('+');
        }
        out.append(value).append(' ').append(unit).append(value == 1 ? "" : "s");
        state[1] = value < 0;
        state[0] = false;
    }

    private static String verbose(int years, int months, int days, long hours, int minutes, int seconds, int micros) {
        StringBuilder out = new StringBuilder("@");
        boolean[] state = {true, false}; // nothing yet; all is shown negated because the first part was negative
        verbosePart(out, years, "year", state);
        verbosePart(out, months, "mon", state);
        verbosePart(out, days, "day", state);
        verbosePart(out, hours, "hour", state);
        verbosePart(out, minutes, "min", state);
        if (seconds != 0 || micros != 0) {
            out.append(' ');
            if (seconds < 0 || seconds == 0 && micros < 0) {
                if (state[0]) {
                    state[1] = true;
                } else if (!state[1]) {
                    out.append('-');
                }
            } else if (state[1]) {
                out.append('-');
            }
            out.append(Math.abs(seconds));
            DateTimeOutput.fraction(out, Math.abs(micros));
            out.append(" sec").append(Math.abs(seconds) != 1 || micros != 0 ? "s" : "");
            state[0] = false;
        }
        if (state[0]) {
            out.append(" 0");
        }
        if (state[1]) {
            out.append(" ago");
        }
        return out.toString();
    }

    private static void verbosePart(StringBuilder out, long value, String unit, boolean[] state) {
        if (value == 0) {
            return;
        }
        long shown = value;
        if (state[0]) {
            state[1] = value < 0;
            shown = Math.abs(value);
        } else if (state[1]) {
            shown = -value;
        }
        out.append(' ').append(shown).append(' ').append(unit).append(shown == 1 ? "" : "s");
        state[0] = false;
    }

    private static String sql(int years, int months, int days, long hours, int minutes, int seconds, int micros) {
        boolean negative = years < 0 || months < 0 || days < 0 || hours < 0 || minutes < 0 || seconds < 0 || micros < 0;
        boolean positive = years > 0 || months > 0 || days > 0 || hours > 0 || minutes > 0 || seconds > 0 || micros > 0;
        boolean yearMonth = years != 0 || months != 0;
        boolean dayTime = days != 0 || hours != 0 || minutes != 0 || seconds != 0 || micros != 0;
        StringBuilder out = new StringBuilder(40);
        if (!negative && !positive) {
            return "0";
        }
        // mixed signs, or both parts: no SQL literal, so each part has its sign
        if (negative && positive || yearMonth && dayTime) {
            out.append(years < 0 || months < 0 ? '-' : '+')
                    .append(Math.abs(years))
                    .append('-')
                    .append(Math.abs(months));
            out.append(days < 0 ? " -" : " +").append(Math.abs((long) days));
            boolean minus = hours < 0 || minutes < 0 || seconds < 0 || micros < 0;
            clock(out.append(minus ? " -" : " +"), hours, minutes, seconds, micros);
            return out.toString();
        }
        if (negative) {
            out.append('-');
        }
        if (yearMonth) {
            return out.append(Math.abs(years))
                    .append('-')
                    .append(Math.abs(months))
                    .toString();
        }
        if (days != 0) {
            out.append(Math.abs((long) days)).append(' ');
        }
        clock(out, hours, minutes, seconds, micros);
        return out.toString();
    }

    private static void clock(StringBuilder out, long hours, int minutes, int seconds, int micros) {
        out.append(Math.abs(hours)).append(':');
        two(out, Math.abs(minutes)).append(':');
        two(out, Math.abs(seconds));
        DateTimeOutput.fraction(out, Math.abs(micros));
    }

    private static String iso(int years, int months, int days, long hours, int minutes, int seconds, int micros) {
        StringBuilder out = new StringBuilder("P");
        isoPart(out, years, 'Y');
        isoPart(out, months, 'M');
        isoPart(out, days, 'D');
        if (hours != 0 || minutes != 0 || seconds != 0 || micros != 0) {
            out.append('T');
            isoPart(out, hours, 'H');
            isoPart(out, minutes, 'M');
            if (seconds != 0 || micros != 0) {
                if (seconds < 0 || micros < 0) {
                    out.append('-');
                }
                out.append(Math.abs(seconds));
                DateTimeOutput.fraction(out, Math.abs(micros));
                out.append('S');
            }
        }
        return out.length() == 1 ? "PT0S" : out.toString();
    }

    private static void isoPart(StringBuilder out, long value, char unit) {
        if (value != 0) {
            out.append(value).append(unit);
        }
    }

    private static StringBuilder two(StringBuilder out, long value) {
        return value < 10 ? out.append('0').append(value) : out.append(value);
    }
}
