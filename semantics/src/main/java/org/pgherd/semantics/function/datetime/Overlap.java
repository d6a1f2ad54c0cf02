package org.pgherd.semantics.function.datetime;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.TimeTz;

/// OVERLAPS (timestamp.c:overlaps_timestamp): ends may come in either order, NULLs leave only what is certain.
public final class Overlap {
    private Overlap() {}

    private static <T extends Comparable<T>> @Nullable Boolean overlaps(
            @Nullable T start1, @Nullable T end1, @Nullable T start2, @Nullable T end2) {
        T s1 = start1 == null ? end1 : start1;
        T e1 = start1 == null ? null : end1;
        T s2 = start2 == null ? end2 : start2;
        T e2 = start2 == null ? null : end2;
        if (s1 == null || s2 == null) {
            return null;
        }
        if (e1 != null && s1.compareTo(e1) > 0) {
            T t = s1;
            s1 = e1;
            e1 = t;
        }
        if (e2 != null && s2.compareTo(e2) > 0) {
            T t = s2;
            s2 = e2;
            e2 = t;
        }
        int order = s1.compareTo(s2);
        if (order == 0) {
            // equal starts overlap, even if a period is empty
            return e1 == null || e2 == null ? null : (Boolean) true;
        }
        T earlierEnd = order > 0 ? e2 : e1;
        T laterEnd = order > 0 ? e1 : e2;
        T laterStart = order > 0 ? s1 : s2;
        if (earlierEnd == null) {
            return null;
        }
        if (laterStart.compareTo(earlierEnd) < 0) {
            return true;
        }
        return laterEnd == null ? null : (Boolean) false;
    }

    @PgFunction(oid = {1304, 2041})
    public static @Nullable Boolean overlaps_timestamp(
            @Nullable Long s1, @Nullable Long e1, @Nullable Long s2, @Nullable Long e2) {
        return overlaps(s1, e1, s2, e2);
    }

    @PgFunction(oid = 1308)
    public static @Nullable Boolean overlaps_time(
            @Nullable Long s1, @Nullable Long e1, @Nullable Long s2, @Nullable Long e2) {
        return overlaps(s1, e1, s2, e2);
    }

    @PgFunction(oid = 1271)
    public static @Nullable Boolean overlaps_timetz(
            @Nullable TimeTz s1, @Nullable TimeTz e1, @Nullable TimeTz s2, @Nullable TimeTz e2) {
        return overlaps(s1, e1, s2, e2);
    }

    private static @Nullable Long plus(@Nullable Long start, @Nullable Interval span, @Nullable PgTimeZone zone) {
        return start == null || span == null ? null : (Long) TimestampArithmetic.add(start, span, zone);
    }

    private static @Nullable Long plusTime(@Nullable Long start, @Nullable Interval span) {
        return start == null || span == null ? null : (Long) DateArithmetic.time_pl_interval(start, span);
    }

    @PgFunction(oid = 1305)
    public static @Nullable Boolean overlapsInstantsSpans(
            FunctionContext context,
            @Nullable Long s1,
            @Nullable Interval e1,
            @Nullable Long s2,
            @Nullable Interval e2) {
        return overlaps(s1, plus(s1, e1, context.timeZone()), s2, plus(s2, e2, context.timeZone()));
    }

    @PgFunction(oid = 1306)
    public static @Nullable Boolean overlapsInstantsEndSpan(
            FunctionContext context, @Nullable Long s1, @Nullable Long e1, @Nullable Long s2, @Nullable Interval e2) {
        return overlaps(s1, e1, s2, plus(s2, e2, context.timeZone()));
    }

    @PgFunction(oid = 1307)
    public static @Nullable Boolean overlapsInstantsSpanEnd(
            FunctionContext context, @Nullable Long s1, @Nullable Interval e1, @Nullable Long s2, @Nullable Long e2) {
        return overlaps(s1, plus(s1, e1, context.timeZone()), s2, e2);
    }

    @PgFunction(oid = 2042)
    public static @Nullable Boolean overlapsTimestampsSpans(
            @Nullable Long s1, @Nullable Interval e1, @Nullable Long s2, @Nullable Interval e2) {
        return overlaps(s1, plus(s1, e1, null), s2, plus(s2, e2, null));
    }

    @PgFunction(oid = 2043)
    public static @Nullable Boolean overlapsTimestampsEndSpan(
            @Nullable Long s1, @Nullable Long e1, @Nullable Long s2, @Nullable Interval e2) {
        return overlaps(s1, e1, s2, plus(s2, e2, null));
    }

    @PgFunction(oid = 2044)
    public static @Nullable Boolean overlapsTimestampsSpanEnd(
            @Nullable Long s1, @Nullable Interval e1, @Nullable Long s2, @Nullable Long e2) {
        return overlaps(s1, plus(s1, e1, null), s2, e2);
    }

    @PgFunction(oid = 1309)
    public static @Nullable Boolean overlapsTimesSpans(
            @Nullable Long s1, @Nullable Interval e1, @Nullable Long s2, @Nullable Interval e2) {
        return overlaps(s1, plusTime(s1, e1), s2, plusTime(s2, e2));
    }

    @PgFunction(oid = 1310)
    public static @Nullable Boolean overlapsTimesEndSpan(
            @Nullable Long s1, @Nullable Long e1, @Nullable Long s2, @Nullable Interval e2) {
        return overlaps(s1, e1, s2, plusTime(s2, e2));
    }

    @PgFunction(oid = 1311)
    public static @Nullable Boolean overlapsTimesSpanEnd(
            @Nullable Long s1, @Nullable Interval e1, @Nullable Long s2, @Nullable Long e2) {
        return overlaps(s1, plusTime(s1, e1), s2, e2);
    }
}
