package org.pgherd.semantics.function.datetime;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.TimeTz;

/// Order of dates, times, timestamps and intervals (date.c, timestamp.c). Infinities are the ends of the carriers.
public final class DateTimeComparisons {
    private DateTimeComparisons() {}

    @PgFunction(oid = 1086)
    public static boolean date_eq(int a, int b) {
        return a == b;
    }

    @PgFunction(oid = 1091)
    public static boolean date_ne(int a, int b) {
        return a != b;
    }

    @PgFunction(oid = 1087)
    public static boolean date_lt(int a, int b) {
        return a < b;
    }

    @PgFunction(oid = 1088)
    public static boolean date_le(int a, int b) {
        return a <= b;
    }

    @PgFunction(oid = 1089)
    public static boolean date_gt(int a, int b) {
        return a > b;
    }

    @PgFunction(oid = 1090)
    public static boolean date_ge(int a, int b) {
        return a >= b;
    }

    @PgFunction(oid = 1092)
    public static int date_cmp(int a, int b) {
        return Integer.compare(a, b);
    }

    @PgFunction(oid = 1138)
    public static int date_larger(int a, int b) {
        return Math.max(a, b);
    }

    @PgFunction(oid = 1139)
    public static int date_smaller(int a, int b) {
        return Math.min(a, b);
    }

    @PgFunction(oid = 1145)
    public static boolean time_eq(long a, long b) {
        return a == b;
    }

    @PgFunction(oid = 1106)
    public static boolean time_ne(long a, long b) {
        return a != b;
    }

    @PgFunction(oid = 1102)
    public static boolean time_lt(long a, long b) {
        return a < b;
    }

    @PgFunction(oid = 1103)
    public static boolean time_le(long a, long b) {
        return a <= b;
    }

    @PgFunction(oid = 1104)
    public static boolean time_gt(long a, long b) {
        return a > b;
    }

    @PgFunction(oid = 1105)
    public static boolean time_ge(long a, long b) {
        return a >= b;
    }

    @PgFunction(oid = 1107)
    public static int time_cmp(long a, long b) {
        return Long.compare(a, b);
    }

    @PgFunction(oid = 1377)
    public static long time_larger(long a, long b) {
        return Math.max(a, b);
    }

    @PgFunction(oid = 1378)
    public static long time_smaller(long a, long b) {
        return Math.min(a, b);
    }

    @PgFunction(oid = {1152, 2052})
    public static boolean timestamp_eq(long a, long b) {
        return a == b;
    }

    @PgFunction(oid = {1153, 2053})
    public static boolean timestamp_ne(long a, long b) {
        return a != b;
    }

    @PgFunction(oid = {1154, 2054})
    public static boolean timestamp_lt(long a, long b) {
        return a < b;
    }

    @PgFunction(oid = {1155, 2055})
    public static boolean timestamp_le(long a, long b) {
        return a <= b;
    }

    @PgFunction(oid = {1157, 2057})
    public static boolean timestamp_gt(long a, long b) {
        return a > b;
    }

    @PgFunction(oid = {1156, 2056})
    public static boolean timestamp_ge(long a, long b) {
        return a >= b;
    }

    @PgFunction(oid = {1314, 2045})
    public static int timestamp_cmp(long a, long b) {
        return Long.compare(a, b);
    }

    @PgFunction(oid = {1196, 2036})
    public static long timestamp_larger(long a, long b) {
        return Math.max(a, b);
    }

    @PgFunction(oid = {1195, 2035})
    public static long timestamp_smaller(long a, long b) {
        return Math.min(a, b);
    }

    @PgFunction(oid = 1352)
    public static boolean timetz_eq(TimeTz a, TimeTz b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 1353)
    public static boolean timetz_ne(TimeTz a, TimeTz b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 1354)
    public static boolean timetz_lt(TimeTz a, TimeTz b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 1355)
    public static boolean timetz_le(TimeTz a, TimeTz b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 1357)
    public static boolean timetz_gt(TimeTz a, TimeTz b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 1356)
    public static boolean timetz_ge(TimeTz a, TimeTz b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 1358)
    public static int timetz_cmp(TimeTz a, TimeTz b) {
        return Integer.signum(a.compareTo(b));
    }

    @PgFunction(oid = 1379)
    public static TimeTz timetz_larger(TimeTz a, TimeTz b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @PgFunction(oid = 1380)
    public static TimeTz timetz_smaller(TimeTz a, TimeTz b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    @PgFunction(oid = 1162)
    public static boolean interval_eq(Interval a, Interval b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 1163)
    public static boolean interval_ne(Interval a, Interval b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 1164)
    public static boolean interval_lt(Interval a, Interval b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 1165)
    public static boolean interval_le(Interval a, Interval b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 1167)
    public static boolean interval_gt(Interval a, Interval b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 1166)
    public static boolean interval_ge(Interval a, Interval b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 1315)
    public static int interval_cmp(Interval a, Interval b) {
        return Integer.signum(a.compareTo(b));
    }

    @PgFunction(oid = 1198)
    public static Interval interval_larger(Interval a, Interval b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @PgFunction(oid = 1197)
    public static Interval interval_smaller(Interval a, Interval b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
