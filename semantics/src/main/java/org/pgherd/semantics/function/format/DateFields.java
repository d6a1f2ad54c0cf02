package org.pgherd.semantics.function.format;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.datetime.DateTimeParts;
import org.pgherd.semantics.datetime.PgTimeZone;

/// The fields that a picture found in a text, and the date and time that they make together
/// (formatting.c: TmFromChar, do_to_timestamp). 0 means not given.
final class DateFields {
    private static final int MAX_DISPLACEMENT_HOUR = 15;
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    enum Mode {
        NONE,
        GREGORIAN,
        ISO_WEEK
    }

    private final String text;
    Mode mode = Mode.NONE;
    int hour;
    int afternoon;
    int minute;
    int second;
    int secondOfDay;
    int weekday;
    int day;
    int dayOfYear;
    int month;
    int millis;
    int year;
    int beforeChrist;
    int week;
    int weekOfMonth;
    int century;
    int julian;
    int micros;
    /// Digits of the year's pattern.
    int yearDigits;
    boolean twelveHours;
    int zoneSign;
    int zoneHour;
    int zoneMinute;
    /// Digits of FF1..FF6.
    int precision;
    /// An abbreviation of a zone was read: seconds east, or a zone that depends on the time.
    boolean hasZoneName;
    int zoneOffset;

    @Nullable
    PgTimeZone zone;

    DateFields(String text) {
        this.text = text;
    }

    SqlException fieldOverflow() {
        return new SqlException(
                SqlState.DATETIME_FIELD_OVERFLOW, "date/time field value out of range: \"" + text + "\"");
    }

    private static SqlException invalid(String message) {
        return new SqlException(SqlState.INVALID_DATETIME_FORMAT, message);
    }

    /// Whether the text tells an offset from UTC; see [#zoneWest].
    boolean hasZone() {
        return zoneSign != 0 || hasZoneName;
    }

    /// Seconds west of UTC at that time.
    int zoneWest(DateTimeParts at) {
        if (zoneSign != 0) {
            int seconds = (zoneHour * 60 + zoneMinute) * 60;
            return zoneSign > 0 ? -seconds : seconds;
        }
        return zone == null ? -zoneOffset : -zone.offsetOfLocal(at);
    }

    DateTimeParts resolve() {
        DateTimeParts p = new DateTimeParts();
        p.month = 1;
        p.day = 1;
        try {
            resolveTime(p);
            resolveDate(p);
            p.micros = Math.addExact(Math.multiplyExact(millis, 1000), micros);
        } catch (ArithmeticException e) {
            throw fieldOverflow();
        }
        if (p.hour < 0
                || p.hour >= 24
                || p.minute < 0
                || p.minute >= 60
                || p.second < 0
                || p.second >= 60
                || p.micros < 0
                || p.micros >= Calendar.MICROS_PER_SECOND) {
            throw fieldOverflow();
        }
        if (zoneSign != 0 && (zoneHour < 0 || zoneHour > MAX_DISPLACEMENT_HOUR || zoneMinute < 0 || zoneMinute >= 60)) {
            throw new SqlException(
                    SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE,
                    "time zone displacement out of range: \"" + text + "\"");
        }
        return p;
    }

    private void resolveTime(DateTimeParts p) {
        p.hour = secondOfDay / 3600;
        p.minute = secondOfDay % 3600 / 60;
        p.second = secondOfDay % 60;
        p.second = second != 0 ? second : p.second;
        p.minute = minute != 0 ? minute : p.minute;
        p.hour = hour != 0 ? hour : p.hour;
        if (twelveHours) {
            if (p.hour < 1 || p.hour > 12) {
                throw invalid("hour \"" + p.hour + "\" is invalid for the 12-hour clock")
                        .withHint("Use the 24-hour clock, or give an hour between 1 and 12.");
            }
            if (afternoon != 0 && p.hour < 12) {
                p.hour += 12;
            } else if (afternoon == 0 && p.hour == 12) {
                p.hour = 0;
            }
        }
    }

    private void resolveDate(DateTimeParts p) {
        boolean yearKnown = resolveYear(p);
        boolean monthKnown = false;
        boolean dayKnown = false;
        if (julian != 0) {
            p.setDate(julian);
            yearKnown = monthKnown = dayKnown = true;
        }
        if (week != 0) {
            if (mode == Mode.ISO_WEEK) {
                p.setDate(isoWeekDay(p.year));
                yearKnown = monthKnown = dayKnown = true;
            } else {
                dayOfYear = Math.addExact(Math.multiplyExact(Math.subtractExact(week, 1), 7), 1);
            }
        }
        if (weekOfMonth != 0) {
            day = Math.addExact(Math.multiplyExact(Math.subtractExact(weekOfMonth, 1), 7), 1);
        }
        if (day != 0) {
            p.day = day;
            dayKnown = true;
        }
        if (month != 0) {
            p.month = month;
            monthKnown = true;
        }
        if (dayOfYear != 0 && (p.month <= 1 || p.day <= 1)) {
            if (p.year == 0 && beforeChrist == 0) {
                throw invalid("cannot calculate day of year without year information");
            }
            if (mode == Mode.ISO_WEEK) {
                p.setDate(Math.addExact(isoWeekStart(p.year, 1) - 1, dayOfYear));
                yearKnown = true;
            } else {
                resolveDayOfYear(p);
            }
            monthKnown = dayKnown = true;
        }
        if (monthKnown && (p.month < 1 || p.month > 12)
                || dayKnown && (p.day < 1 || p.day > 31)
                || yearKnown && monthKnown && dayKnown && p.day > Calendar.daysInMonth(p.year, p.month)) {
            throw fieldOverflow();
        }
    }

    /// Whether there is one.
    private boolean resolveYear(DateTimeParts p) {
        if (year == 0 && century == 0) {
            return false;
        }
        int c = beforeChrist != 0 ? Math.negateExact(century) : century;
        if (year == 0) {
            p.year = c >= 0
                    ? Math.addExact(Math.multiplyExact(Math.subtractExact(c, 1), 100), 1)
                    : Math.addExact(Math.multiplyExact(c, 100), 1);
        } else if (century != 0 && yearDigits <= 2) {
            int last = year % 100;
            if (last == 0) {
                p.year = Math.addExact(Math.multiplyExact(c, 100), c >= 0 ? 0 : 1);
            } else if (c >= 0) {
                p.year = Math.addExact(last, Math.multiplyExact(Math.subtractExact(c, 1), 100));
            } else {
                p.year = Math.addExact(Math.subtractExact(Math.multiplyExact(Math.addExact(c, 1), 100), last), 1);
            }
        } else {
            p.year = beforeChrist != 0 ? Math.negateExact(year) : year;
            if (p.year < 0) {
                p.year++;
            }
        }
        return true;
    }

    /// datetime.c:isoweek2j.
    private static int isoWeekStart(int year, int week) {
        int fourth = Calendar.date2j(year, 1, 4);
        return Math.addExact(
                Math.multiplyExact(Math.subtractExact(week, 1), 7), fourth - Calendar.dayOfWeek(fourth - 1));
    }

    private int isoWeekDay(int isoYear) {
        int monday = isoWeekStart(isoYear, week);
        if (weekday == 0) {
            return monday;
        }
        return Math.addExact(monday, weekday > 1 ? weekday - 2 : 6);
    }

    private void resolveDayOfYear(DateTimeParts p) {
        boolean leap = Calendar.isLeap(p.year);
        int m = 1;
        while (m <= 12 && dayOfYear > daysBefore(m, leap)) {
            m++;
        }
        if (p.month <= 1) {
            p.month = m;
        }
        if (p.day <= 1) {
            p.day = dayOfYear - daysBefore(m - 1, leap);
        }
    }

    private static int daysBefore(int month, boolean leap) {
        return DAYS_BEFORE[month] + (leap && month >= 2 ? 1 : 0);
    }
}
