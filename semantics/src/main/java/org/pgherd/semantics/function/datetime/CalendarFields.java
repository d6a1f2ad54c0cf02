package org.pgherd.semantics.function.datetime;

import org.pgherd.semantics.datetime.Calendar;

/// Fields that are computed from a date: weeks, decades, centuries (timestamp.c). Year 0 is 1 BC.
public final class CalendarFields {
    private CalendarFields() {}

    /// Without a year zero.
    public static int year(int year) {
        return year > 0 ? year : year - 1;
    }

    public static int decade(int year) {
        return year >= 0 ? year / 10 : -((8 - (year - 1)) / 10);
    }

    public static int century(int year) {
        return year > 0 ? (year + 99) / 100 : -((99 - (year - 1)) / 100);
    }

    public static int millennium(int year) {
        return year > 0 ? (year + 999) / 1000 : -((999 - (year - 1)) / 1000);
    }

    public static int dayOfYear(int year, int month, int day) {
        return Calendar.date2j(year, month, day) - Calendar.date2j(year, 1, 1) + 1;
    }

    /// Julian day of the Monday that begins week 1 of a year.
    public static int firstWeek(int year) {
        int fourth = Calendar.date2j(year, 1, 4);
        return fourth - mondayOffset(fourth);
    }

    /// 0 Monday .. 6 Sunday.
    public static int mondayOffset(int julian) {
        return Math.floorMod(julian, 7);
    }

    public static int isoYear(int year, int month, int day) {
        int julian = Calendar.date2j(year, month, day);
        if (julian < firstWeek(year)) {
            return year - 1;
        }
        return julian >= firstWeek(year + 1) ? year + 1 : year;
    }

    public static int isoWeek(int year, int month, int day) {
        int julian = Calendar.date2j(year, month, day);
        return (julian - firstWeek(isoYear(year, month, day))) / 7 + 1;
    }

    /// 1 Monday .. 7 Sunday.
    public static int isoDayOfWeek(int julian) {
        return mondayOffset(julian) + 1;
    }
}
