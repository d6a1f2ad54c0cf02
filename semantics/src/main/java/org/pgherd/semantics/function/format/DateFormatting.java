package org.pgherd.semantics.function.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.datetime.CalendarFields;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Text;

/// to_char() of timestamps and intervals (formatting.c:DCH_to_char). Names are English: lc_time is C.
public final class DateFormatting {
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
    private static final String[] DAYS = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    private static final String[] ROMAN = {"XII", "XI", "X", "IX", "VIII", "VII", "VI", "V", "IV", "III", "II", "I"};
    private static final int NAME_WIDTH = 9;
    private static final int MONTHS_PER_YEAR = 12;

    private final boolean interval;
    private final int year;
    private final int month;
    private final int day;
    private final long hour;
    private final int minute;
    private final int second;
    private final int micros;
    private final int dayOfYear;
    private final int dayOfWeek;
    /// Seconds east.
    private final int offset;
    private final String zone;
    private final StringBuilder out = new StringBuilder();

    private DateFormatting(DateTimeParts p, String zone) {
        interval = false;
        year = p.year;
        month = p.month;
        day = p.day;
        hour = p.hour;
        minute = p.minute;
        second = p.second;
        micros = p.micros;
        dayOfYear = CalendarFields.dayOfYear(p.year, p.month, p.day);
        dayOfWeek = Calendar.dayOfWeek(p.julian());
        offset = -p.zone;
        this.zone = zone;
    }

    private DateFormatting(Interval i) {
        interval = true;
        year = i.months() / MONTHS_PER_YEAR;
        month = i.months() % MONTHS_PER_YEAR;
        day = i.days();
        hour = i.micros() / Calendar.MICROS_PER_HOUR;
        minute = (int) (i.micros() / Calendar.MICROS_PER_MINUTE % 60);
        second = (int) (i.micros() / Calendar.MICROS_PER_SECOND % 60);
        micros = (int) (i.micros() % Calendar.MICROS_PER_SECOND);
        dayOfYear = (year * MONTHS_PER_YEAR + month) * 30 + day;
        dayOfWeek = 0;
        offset = 0;
        zone = "";
    }

    @PgFunction(oid = 2049)
    public static @Nullable Text timestamp_to_char(long timestamp, Text format) {
        if (format.isEmpty() || timestamp == Long.MIN_VALUE || timestamp == Long.MAX_VALUE) {
            return null;
        }
        return new DateFormatting(DateTimeParts.ofTimestamp(timestamp), "").format(format);
    }

    @PgFunction(oid = 1770)
    public static @Nullable Text timestamptz_to_char(FunctionContext context, long timestamp, Text format) {
        if (format.isEmpty() || timestamp == Long.MIN_VALUE || timestamp == Long.MAX_VALUE) {
            return null;
        }
        String zone = context.timeZone().abbreviationAt(timestamp);
        DateTimeParts parts = DateTimeParts.ofTimestampTz(timestamp, context.timeZone());
        return new DateFormatting(parts, zone == null ? "" : zone).format(format);
    }

    @PgFunction(oid = 1768)
    public static @Nullable Text interval_to_char(Interval interval, Text format) {
        return format.isEmpty() || interval.isInfinite() ? null : new DateFormatting(interval).format(format);
    }

    private Text format(Text format) {
        for (DatePicture.Node node : DatePicture.parse(format.toString())) {
            if (node.key().isEmpty()) {
                out.append(node.literal());
            } else {
                append(node);
            }
        }
        return Text.of(out.toString());
    }

    private void notOfInterval() {
        if (interval) {
            throw new SqlException(
                            SqlState.INVALID_DATETIME_FORMAT, "invalid format specification for an interval value")
                    .withHint("Intervals are not tied to specific calendar dates.");
        }
    }

    /// With zeros to the width, one more for a minus; then `th`.
    private void number(DatePicture.Node node, long value, int width) {
        int wanted = node.fillMode() ? 0 : value < 0 ? width + 1 : width;
        String digits = Long.toString(Math.abs(value));
        String sign = value < 0 ? "-" : "";
        StringBuilder number = new StringBuilder(sign)
                .repeat('0', Math.max(0, wanted - digits.length() - sign.length()))
                .append(digits);
        out.append(number);
        ordinal(node, number.toString());
    }

    /// A minus counts in the width.
    private void fixed(DatePicture.Node node, long value, int width) {
        number(node, value, value < 0 ? width - 1 : width);
    }

    private void ordinal(DatePicture.Node node, String number) {
        if (!node.ordinal().isEmpty()) {
            String suffix = NumberWriter.ordinal(number);
            out.append(node.ordinal().equals("TH") ? suffix.toUpperCase(Locale.ROOT) : suffix);
        }
    }

    private void fraction(DatePicture.Node node, int value, int digits) {
        String number = String.valueOf(Math.abs(value));
        String padded = (value < 0 ? "-" : "")
                + "0".repeat(Math.max(0, digits - number.length() - (value < 0 ? 1 : 0)))
                + number;
        out.append(padded);
        ordinal(node, padded);
    }

    /// In the case of the keyword: MONTH, Month, month.
    private void name(DatePicture.Node node, String name, int width) {
        String key = node.key();
        String cased = Character.isLowerCase(key.charAt(0))
                ? name.toLowerCase(Locale.ROOT)
                : Character.isLowerCase(key.charAt(1)) ? name : name.toUpperCase(Locale.ROOT);
        out.append(cased);
        if (!node.fillMode() && !node.translated()) {
            out.repeat(' ', Math.max(0, width - name.length()));
        }
    }

    private int shownYear(int y) {
        return interval || y > 0 ? y : -(y - 1);
    }

    private void append(DatePicture.Node node) {
        String key = node.key().toUpperCase(Locale.ROOT);
        boolean lower = !key.equals(node.key());
        switch (key) {
            case "A.M.", "P.M." -> out.append(half(lower, "a.m.", "p.m."));
            case "AM", "PM" -> out.append(half(lower, "am", "pm"));
            case "A.D.", "B.C." -> era(lower, "a.d.", "b.c.");
            case "AD", "BC" -> era(lower, "ad", "bc");
            case "HH", "HH12" -> number(node, hour % 12 == 0 ? 12 : hour % 12, hour < 0 && hour % 12 == 0 ? 3 : 2);
            case "HH24" -> number(node, hour, 2);
            case "MI" -> number(node, minute, 2);
            case "SS" -> number(node, second, 2);
            case "FF1" -> fraction(node, micros / 100000, 1);
            case "FF2" -> fraction(node, micros / 10000, 2);
            case "FF3", "MS" -> fraction(node, micros / 1000, 3);
            case "FF4" -> fraction(node, micros / 100, 4);
            case "FF5" -> fraction(node, micros / 10, 5);
            case "FF6", "US" -> fraction(node, micros, 6);
            case "SSSS", "SSSSS" -> number(node, hour * 3600 + minute * 60L + second, 0);
            case "TZ" -> {
                notOfInterval();
                out.append(lower ? zone.toLowerCase(Locale.ROOT) : zone);
            }
            case "TZH" -> {
                notOfInterval();
                out.append(offset >= 0 ? '+' : '-').append(two(Math.abs(offset) / 3600));
            }
            case "TZM" -> {
                notOfInterval();
                out.append(two(Math.abs(offset) % 3600 / 60));
            }
            case "OF" -> offset(node);
            case "MONTH" -> monthName(node, NAME_WIDTH, false);
            case "MON" -> monthName(node, 0, true);
            case "MM" -> number(node, month, 2);
            case "DAY" -> {
                notOfInterval();
                name(node, DAYS[dayOfWeek], NAME_WIDTH);
            }
            case "DY" -> {
                notOfInterval();
                name(node, DAYS[dayOfWeek].substring(0, 3), 0);
            }
            default -> calendar(node, key);
        }
    }

    private void calendar(DatePicture.Node node, String key) {
        switch (key) {
            case "DDD" -> fixed(node, dayOfYear, 3);
            case "IDDD" -> fixed(node, LooseCalendar.isoDayOfYear(year, month, day), 3);
            case "DD" -> fixed(node, day, 2);
            case "D" -> {
                notOfInterval();
                number(node, dayOfWeek + 1L, 0);
            }
            case "ID" -> {
                notOfInterval();
                number(node, dayOfWeek == 0 ? 7 : dayOfWeek, 0);
            }
            case "WW" -> fixed(node, (dayOfYear - 1) / 7 + 1L, 2);
            case "IW" -> fixed(node, LooseCalendar.isoWeek(year, month, day), 2);
            case "Q" -> {
                if (month != 0) {
                    number(node, (month - 1) / 3 + 1L, 0);
                }
            }
            case "CC" -> number(node, interval ? year / 100 : year > 0 ? (year - 1) / 100 + 1 : year / 100 - 1, 2);
            case "Y,YYY" -> {
                int shown = shownYear(year);
                String rest = String.valueOf(shown - shown / 1000 * 1000);
                String number = shown / 1000 + ","
                        + (rest.startsWith("-")
                                ? "-" + "0".repeat(Math.max(0, 3 - rest.length())) + rest.substring(1)
                                : "0".repeat(3 - rest.length()) + rest);
                out.append(number);
                ordinal(node, number);
            }
            case "YYYY" -> number(node, shownYear(year), 4);
            case "YYY" -> number(node, shownYear(year) % 1000, 3);
            case "YY" -> number(node, shownYear(year) % 100, 2);
            case "Y" -> number(node, shownYear(year) % 10, 1);
            case "IYYY" -> isoYear(node, shownIsoYear(), 4);
            case "IYY" -> isoYear(node, shownIsoYear() % 1000, 3);
            case "IY" -> isoYear(node, shownIsoYear() % 100, 2);
            case "I" -> isoYear(node, shownIsoYear() % 10, 1);
            case "RM" -> roman(node);
            case "W" -> number(node, (day - 1) / 7 + 1L, 0);
            case "J" -> number(node, LooseCalendar.date2j(year, month, day), 0);
            default -> {
                // FX
            }
        }
    }

    /// The width depends on the sign of the year itself.
    private void isoYear(DatePicture.Node node, int value, int width) {
        int wanted = shownYear(year) < 0 ? width + 1 : width;
        number(node, value, value < 0 ? wanted - 1 : wanted);
    }

    private int shownIsoYear() {
        return shownYear(LooseCalendar.isoYear(year, month, day));
    }

    private String half(boolean lower, String am, String pm) {
        String word = hour % 24 >= 12 ? pm : am;
        return lower ? word : word.toUpperCase(Locale.ROOT);
    }

    private void era(boolean lower, String ad, String bc) {
        notOfInterval();
        String word = year <= 0 ? bc : ad;
        out.append(lower ? word : word.toUpperCase(Locale.ROOT));
    }

    private static String two(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }

    private void offset(DatePicture.Node node) {
        notOfInterval();
        int magnitude = Math.abs(offset);
        out.append(offset >= 0 ? '+' : '-');
        out.append(node.fillMode() ? Integer.toString(magnitude / 3600) : two(magnitude / 3600));
        if (magnitude % 3600 != 0) {
            out.append(':').append(two(magnitude % 3600 / 60));
        }
    }

    private void monthName(DatePicture.Node node, int width, boolean shortened) {
        notOfInterval();
        String name = MONTHS[month - 1];
        name(node, shortened ? name.substring(0, 3) : name, width);
    }

    private void roman(DatePicture.Node node) {
        if (month == 0 && year == 0) {
            return;
        }
        int index =
                month == 0 ? (year >= 0 ? 0 : MONTHS_PER_YEAR - 1) : month < 0 ? -month - 1 : MONTHS_PER_YEAR - month;
        String numeral = ROMAN[index];
        boolean lower = Character.isLowerCase(node.key().charAt(0));
        out.append(lower ? numeral.toLowerCase(Locale.ROOT) : numeral);
        if (!node.fillMode()) {
            out.repeat(' ', Math.max(0, 4 - numeral.length()));
        }
    }
}
