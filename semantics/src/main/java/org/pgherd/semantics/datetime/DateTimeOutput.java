package org.pgherd.semantics.datetime;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.value.TimeTz;

/// Text of dates, times and timestamps (datetime.c: EncodeDateOnly, EncodeTimeOnly, EncodeDateTime).
public final class DateTimeOutput {
    private static final String[] DAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private DateTimeOutput() {}

    /// A date in days since 2000.
    public static String date(int date, DateStyle style) {
        if (date == Integer.MAX_VALUE) {
            return "infinity";
        }
        if (date == Integer.MIN_VALUE) {
            return "-infinity";
        }
        DateTimeParts p = new DateTimeParts();
        p.setDate(date + Calendar.J2000);
        StringBuilder out = new StringBuilder(14);
        boolean dayFirst = style.order() == DateStyle.Order.DMY;
        switch (style.format()) {
            case ISO -> isoDate(out, p);
            case SQL -> slashDate(out, p, dayFirst, '/');
            case POSTGRES -> slashDate(out, p, dayFirst, '-');
            case GERMAN -> slashDate(out, p, true, '.');
        }
        return era(out, p).toString();
    }

    /// Microseconds since midnight.
    public static String time(long time) {
        DateTimeParts p = new DateTimeParts();
        p.setTime(time);
        StringBuilder out = new StringBuilder(15);
        clock(out, p);
        return out.toString();
    }

    public static String timeTz(TimeTz time) {
        StringBuilder out = new StringBuilder(21).append(time(time.micros()));
        offset(out, time.zone());
        return out.toString();
    }

    public static String timestamp(long timestamp, DateStyle style) {
        String infinite = infinite(timestamp);
        return infinite != null ? infinite : dateTime(DateTimeParts.ofTimestamp(timestamp), false, null, style);
    }

    public static String timestampTz(long timestamp, PgTimeZone zone, DateStyle style) {
        String infinite = infinite(timestamp);
        if (infinite != null) {
            return infinite;
        }
        String abbreviation = style.format() == DateStyle.Format.ISO ? null : zone.abbreviationAt(timestamp);
        return dateTime(DateTimeParts.ofTimestampTz(timestamp, zone), true, abbreviation, style);
    }

    private static @Nullable String infinite(long timestamp) {
        return timestamp == Long.MAX_VALUE ? "infinity" : timestamp == Long.MIN_VALUE ? "-infinity" : null;
    }

    private static String dateTime(DateTimeParts p, boolean zoned, @Nullable String abbreviation, DateStyle style) {
        StringBuilder out = new StringBuilder(35);
        boolean dayFirst = style.order() == DateStyle.Order.DMY;
        switch (style.format()) {
            case ISO -> {
                isoDate(out, p);
                clock(out.append(' '), p);
                if (zoned) {
                    offset(out, p.zone);
                }
            }
            case SQL -> {
                slashDate(out, p, dayFirst, '/');
                clock(out.append(' '), p);
                named(out, p, zoned, abbreviation, false);
            }
            case GERMAN -> {
                slashDate(out, p, true, '.');
                clock(out.append(' '), p);
                named(out, p, zoned, abbreviation, false);
            }
            case POSTGRES -> {
                out.append(DAYS[Calendar.dayOfWeek(p.julian())]).append(' ');
                if (dayFirst) {
                    two(out, p.day).append(' ').append(MONTHS[p.month - 1]);
                } else {
                    two(out.append(MONTHS[p.month - 1]).append(' '), p.day);
                }
                clock(out.append(' '), p);
                year(out.append(' '), p);
                named(out, p, zoned, abbreviation, true);
            }
        }
        return era(out, p).toString();
    }

    private static void named(
            StringBuilder out, DateTimeParts p, boolean zoned, @Nullable String abbreviation, boolean space) {
        if (!zoned) {
            return;
        }
        if (abbreviation != null) {
            out.append(' ').append(abbreviation);
        } else {
            offset(space ? out.append(' ') : out, p.zone);
        }
    }

    private static void isoDate(StringBuilder out, DateTimeParts p) {
        year(out, p).append('-');
        two(out, p.month).append('-');
        two(out, p.day);
    }

    private static void slashDate(StringBuilder out, DateTimeParts p, boolean dayFirst, char separator) {
        two(out, dayFirst ? p.day : p.month).append(separator);
        two(out, dayFirst ? p.month : p.day).append(separator);
        year(out, p);
    }

    private static StringBuilder year(StringBuilder out, DateTimeParts p) {
        int year = p.year > 0 ? p.year : 1 - p.year;
        for (int limit = 1000; limit > 1 && year < limit; limit /= 10) {
            out.append('0');
        }
        return out.append(year);
    }

    private static StringBuilder era(StringBuilder out, DateTimeParts p) {
        return p.year > 0 ? out : out.append(" BC");
    }

    private static void clock(StringBuilder out, DateTimeParts p) {
        two(out, p.hour).append(':');
        two(out, p.minute).append(':');
        two(out, p.second);
        fraction(out, p.micros);
    }

    /// `.ffffff` without trailing zeros; nothing for 0.
    static void fraction(StringBuilder out, int micros) {
        if (micros == 0) {
            return;
        }
        out.append('.');
        int rest = micros;
        for (int unit = 100_000; rest != 0; unit /= 10) {
            out.append((char) ('0' + rest / unit));
            rest %= unit;
        }
    }

    /// `+HH[:MM[:SS]]` of seconds west.
    static void offset(StringBuilder out, int west) {
        int seconds = Math.abs(west);
        out.append(west <= 0 ? '+' : '-');
        two(out, seconds / 3600);
        if (seconds % 3600 != 0) {
            two(out.append(':'), seconds / 60 % 60);
            if (seconds % 60 != 0) {
                two(out.append(':'), seconds % 60);
            }
        }
    }

    private static StringBuilder two(StringBuilder out, int value) {
        return value < 10 ? out.append('0').append(value) : out.append(value);
    }
}
