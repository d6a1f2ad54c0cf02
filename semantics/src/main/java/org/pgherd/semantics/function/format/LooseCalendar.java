package org.pgherd.semantics.function.format;

/// Weeks and Julian days of an interval's years, months and days read as a date: what datetime.c computes for
/// months of zero and for years far before any calendar, with its divisions that round towards zero.
final class LooseCalendar {
    private LooseCalendar() {}

    /// datetime.c:date2j.
    static int date2j(int year, int month, int day) {
        int m = month > 2 ? month + 1 : month + 13;
        int y = month > 2 ? year + 4800 : year + 4799;
        int century = y / 100;
        return y * 365 - 32167 + y / 4 - century + century / 4 + 7834 * m / 256 + day;
    }

    private static int firstWeek(int year) {
        int fourth = date2j(year, 1, 4);
        return fourth - Math.floorMod(fourth, 7);
    }

    static int isoYear(int year, int month, int day) {
        int julian = date2j(year, month, day);
        int y = julian < firstWeek(year) ? year - 1 : year;
        if ((julian - firstWeek(y)) / 7 + 1 >= 52 && julian >= firstWeek(y + 1)) {
            y++;
        }
        return y;
    }

    static int isoWeek(int year, int month, int day) {
        int julian = date2j(year, month, day);
        int first = firstWeek(julian < firstWeek(year) ? year - 1 : year);
        int week = (julian - first) / 7 + 1;
        if (week >= 52 && julian >= firstWeek(year + 1)) {
            week = (julian - firstWeek(year + 1)) / 7 + 1;
        }
        return week;
    }

    static int isoDayOfYear(int year, int month, int day) {
        return date2j(year, month, day) - firstWeek(isoYear(year, month, day)) + 1;
    }
}
