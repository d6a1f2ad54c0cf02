package org.pgherd.semantics.function.datetime;

import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;

/// Comparisons across date, timestamp and timestamptz, by the session's time zone where one is an instant.
public final class MixedDateTimeComparisons {
    private MixedDateTimeComparisons() {}

    @PgFunction(oid = 2340)
    public static boolean date_eq_timestamp(int a, long b) {
        return compareDateTimestamp(a, b) == 0;
    }

    @PgFunction(oid = 2343)
    public static boolean date_ne_timestamp(int a, long b) {
        return compareDateTimestamp(a, b) != 0;
    }

    @PgFunction(oid = 2338)
    public static boolean date_lt_timestamp(int a, long b) {
        return compareDateTimestamp(a, b) < 0;
    }

    @PgFunction(oid = 2339)
    public static boolean date_le_timestamp(int a, long b) {
        return compareDateTimestamp(a, b) <= 0;
    }

    @PgFunction(oid = 2341)
    public static boolean date_gt_timestamp(int a, long b) {
        return compareDateTimestamp(a, b) > 0;
    }

    @PgFunction(oid = 2342)
    public static boolean date_ge_timestamp(int a, long b) {
        return compareDateTimestamp(a, b) >= 0;
    }

    @PgFunction(oid = 2344)
    public static int date_cmp_timestamp(int a, long b) {
        return compareDateTimestamp(a, b);
    }

    @PgFunction(oid = 2366)
    public static boolean timestamp_eq_date(long a, int b) {
        return -compareDateTimestamp(b, a) == 0;
    }

    @PgFunction(oid = 2369)
    public static boolean timestamp_ne_date(long a, int b) {
        return -compareDateTimestamp(b, a) != 0;
    }

    @PgFunction(oid = 2364)
    public static boolean timestamp_lt_date(long a, int b) {
        return -compareDateTimestamp(b, a) < 0;
    }

    @PgFunction(oid = 2365)
    public static boolean timestamp_le_date(long a, int b) {
        return -compareDateTimestamp(b, a) <= 0;
    }

    @PgFunction(oid = 2367)
    public static boolean timestamp_gt_date(long a, int b) {
        return -compareDateTimestamp(b, a) > 0;
    }

    @PgFunction(oid = 2368)
    public static boolean timestamp_ge_date(long a, int b) {
        return -compareDateTimestamp(b, a) >= 0;
    }

    @PgFunction(oid = 2370)
    public static int timestamp_cmp_date(long a, int b) {
        return -compareDateTimestamp(b, a);
    }

    @PgFunction(oid = 2353)
    public static boolean date_eq_timestamptz(FunctionContext context, int a, long b) {
        return compareDateInstant(context, a, b) == 0;
    }

    @PgFunction(oid = 2356)
    public static boolean date_ne_timestamptz(FunctionContext context, int a, long b) {
        return compareDateInstant(context, a, b) != 0;
    }

    @PgFunction(oid = 2351)
    public static boolean date_lt_timestamptz(FunctionContext context, int a, long b) {
        return compareDateInstant(context, a, b) < 0;
    }

    @PgFunction(oid = 2352)
    public static boolean date_le_timestamptz(FunctionContext context, int a, long b) {
        return compareDateInstant(context, a, b) <= 0;
    }

    @PgFunction(oid = 2354)
    public static boolean date_gt_timestamptz(FunctionContext context, int a, long b) {
        return compareDateInstant(context, a, b) > 0;
    }

    @PgFunction(oid = 2355)
    public static boolean date_ge_timestamptz(FunctionContext context, int a, long b) {
        return compareDateInstant(context, a, b) >= 0;
    }

    @PgFunction(oid = 2357)
    public static int date_cmp_timestamptz(FunctionContext context, int a, long b) {
        return compareDateInstant(context, a, b);
    }

    @PgFunction(oid = 2379)
    public static boolean timestamptz_eq_date(FunctionContext context, long a, int b) {
        return -compareDateInstant(context, b, a) == 0;
    }

    @PgFunction(oid = 2382)
    public static boolean timestamptz_ne_date(FunctionContext context, long a, int b) {
        return -compareDateInstant(context, b, a) != 0;
    }

    @PgFunction(oid = 2377)
    public static boolean timestamptz_lt_date(FunctionContext context, long a, int b) {
        return -compareDateInstant(context, b, a) < 0;
    }

    @PgFunction(oid = 2378)
    public static boolean timestamptz_le_date(FunctionContext context, long a, int b) {
        return -compareDateInstant(context, b, a) <= 0;
    }

    @PgFunction(oid = 2380)
    public static boolean timestamptz_gt_date(FunctionContext context, long a, int b) {
        return -compareDateInstant(context, b, a) > 0;
    }

    @PgFunction(oid = 2381)
    public static boolean timestamptz_ge_date(FunctionContext context, long a, int b) {
        return -compareDateInstant(context, b, a) >= 0;
    }

    @PgFunction(oid = 2383)
    public static int timestamptz_cmp_date(FunctionContext context, long a, int b) {
        return -compareDateInstant(context, b, a);
    }

    @PgFunction(oid = 2522)
    public static boolean timestamp_eq_timestamptz(FunctionContext context, long a, long b) {
        return compareLocalInstant(context, a, b) == 0;
    }

    @PgFunction(oid = 2525)
    public static boolean timestamp_ne_timestamptz(FunctionContext context, long a, long b) {
        return compareLocalInstant(context, a, b) != 0;
    }

    @PgFunction(oid = 2520)
    public static boolean timestamp_lt_timestamptz(FunctionContext context, long a, long b) {
        return compareLocalInstant(context, a, b) < 0;
    }

    @PgFunction(oid = 2521)
    public static boolean timestamp_le_timestamptz(FunctionContext context, long a, long b) {
        return compareLocalInstant(context, a, b) <= 0;
    }

    @PgFunction(oid = 2523)
    public static boolean timestamp_gt_timestamptz(FunctionContext context, long a, long b) {
        return compareLocalInstant(context, a, b) > 0;
    }

    @PgFunction(oid = 2524)
    public static boolean timestamp_ge_timestamptz(FunctionContext context, long a, long b) {
        return compareLocalInstant(context, a, b) >= 0;
    }

    @PgFunction(oid = 2526)
    public static int timestamp_cmp_timestamptz(FunctionContext context, long a, long b) {
        return compareLocalInstant(context, a, b);
    }

    @PgFunction(oid = 2529)
    public static boolean timestamptz_eq_timestamp(FunctionContext context, long a, long b) {
        return -compareLocalInstant(context, b, a) == 0;
    }

    @PgFunction(oid = 2532)
    public static boolean timestamptz_ne_timestamp(FunctionContext context, long a, long b) {
        return -compareLocalInstant(context, b, a) != 0;
    }

    @PgFunction(oid = 2527)
    public static boolean timestamptz_lt_timestamp(FunctionContext context, long a, long b) {
        return -compareLocalInstant(context, b, a) < 0;
    }

    @PgFunction(oid = 2528)
    public static boolean timestamptz_le_timestamp(FunctionContext context, long a, long b) {
        return -compareLocalInstant(context, b, a) <= 0;
    }

    @PgFunction(oid = 2530)
    public static boolean timestamptz_gt_timestamp(FunctionContext context, long a, long b) {
        return -compareLocalInstant(context, b, a) > 0;
    }

    @PgFunction(oid = 2531)
    public static boolean timestamptz_ge_timestamp(FunctionContext context, long a, long b) {
        return -compareLocalInstant(context, b, a) >= 0;
    }

    @PgFunction(oid = 2533)
    public static int timestamptz_cmp_timestamp(FunctionContext context, long a, long b) {
        return -compareLocalInstant(context, b, a);
    }

    private static int compareDateTimestamp(int date, long timestamp) {
        if (date >= DateTimeConversions.TIMESTAMP_END_DATE && date != Integer.MAX_VALUE) {
            return timestamp == Long.MAX_VALUE ? -1 : 1;
        }
        return Long.compare(DateTimeConversions.date_timestamp(date), timestamp);
    }

    private static int compareDateInstant(FunctionContext context, int date, long instant) {
        if (date >= DateTimeConversions.TIMESTAMP_END_DATE && date != Integer.MAX_VALUE) {
            return instant == Long.MAX_VALUE ? -1 : 1;
        }
        return compareLocalInstant(context, DateTimeConversions.date_timestamp(date), instant);
    }

    private static int compareLocalInstant(FunctionContext context, long local, long instant) {
        if (local == Long.MIN_VALUE || local == Long.MAX_VALUE) {
            return Long.compare(local, instant);
        }
        long converted = Zones.toInstant(local, context.timeZone());
        if (!Calendar.isValidTimestamp(converted)) {
            if (local < 0) {
                return instant == Long.MIN_VALUE ? 1 : -1;
            }
            return instant == Long.MAX_VALUE ? -1 : 1;
        }
        return Long.compare(converted, instant);
    }
}
