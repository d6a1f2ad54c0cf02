package org.pgherd.semantics.datetime;

/// The proleptic Gregorian calendar by Julian day numbers, as datetime.c counts: year 0 is 1 BC.
public final class Calendar {
    /// Julian day of 2000-01-01, day 0 of dates and timestamps.
    public static final int J2000 = 2451545;
    /// Julian day of 1970-01-01.
    public static final int J1970 = 2440588;
    public static final long MICROS_PER_SECOND = 1_000_000L;
    public static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
    public static final long MICROS_PER_HOUR = 3600 * MICROS_PER_SECOND;
    public static final long MICROS_PER_DAY = 86400 * MICROS_PER_SECOND;
    /// Seconds from 1970 to 2000.
    public static final long EPOCH_SECONDS = 946_684_800L;

    /// The first timestamp: 4714-11-24 00:00 BC.
    public static final long MIN_TIMESTAMP = -211813488000000000L;
    /// The first instant that is too late: 294277-01-01.
    public static final long END_TIMESTAMP = 9223371331200000000L;
    /// The first date, in days since 2000: Julian day 0.
    public static final int MIN_DATE = -J2000;
    /// The first day that is too late: 5874898-01-01.
    public static final int END_DATE = 2147483494 - J2000;

    private static final int DAYS_PER_ERA = 146097;
    private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Calendar() {}

    /// Julian day of a date; year 0 is 1 BC, negative before.
    public static int date2j(int year, int month, int day) {
        return (int) toJulian(year, month, day);
    }

    private static long toJulian(long year, int month, int day) {
        // years beginning in March, so that the leap day is the last
        long y = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DAYS_PER_ERA + dayOfEra + 1721120;
    }

    /// Year, month and day of a Julian day, packed: `year << 16 | month << 8 | day`; see [#year], [#month], [#day].
    public static long j2date(int julian) {
        long z = julian - 1721120L;
        long era = Math.floorDiv(z, (long) DAYS_PER_ERA);
        long dayOfEra = z - era * DAYS_PER_ERA;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * dayOfYear + 2) / 153;
        int day = (int) (dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
        int month = (int) (monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return year << 16 | (long) month << 8 | day;
    }

    public static int year(long packed) {
        return (int) (packed >> 16);
    }

    public static int month(long packed) {
        return (int) (packed >> 8 & 0xFF);
    }

    public static int day(long packed) {
        return (int) (packed & 0xFF);
    }

    /// 0 Sunday .. 6 Saturday.
    public static int dayOfWeek(int julian) {
        return Math.floorMod(julian + 1, 7);
    }

    public static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /// Month from 1.
    public static int daysInMonth(int year, int month) {
        return month == 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1];
    }

    /// Whether the date has a Julian day that a `date` holds (IS_VALID_JULIAN).
    public static boolean isValidJulian(int year, int month, int day) {
        return (year > -4713 || year == -4713 && month >= 11) && (year < 5874898 || year == 5874898 && month < 6);
    }

    public static boolean isValidTimestamp(long timestamp) {
        return timestamp >= MIN_TIMESTAMP && timestamp < END_TIMESTAMP;
    }

    /// Days since 2000, that are not infinite.
    public static boolean isValidDate(int date) {
        return date >= MIN_DATE && date < END_DATE;
    }
}
