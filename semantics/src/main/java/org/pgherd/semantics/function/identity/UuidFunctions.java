package org.pgherd.semantics.function.identity;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.datetime.TimestampArithmetic;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Uuid;

/// UUIDs: order, making them, and what they tell (uuid.c).
public final class UuidFunctions {
    private static final int FIXED_BITS = 64 - 2;
    /// From 1582-10-15 to 2000-01-01 in microseconds.
    private static final long GREGORIAN_EPOCH =
            (Calendar.date2j(1582, 10, 15) - (long) Calendar.J2000) * Calendar.MICROS_PER_DAY;

    private UuidFunctions() {}

    @PgFunction(oid = 2954)
    public static boolean uuid_lt(Uuid a, Uuid b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 2955)
    public static boolean uuid_le(Uuid a, Uuid b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 2958)
    public static boolean uuid_gt(Uuid a, Uuid b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 2957)
    public static boolean uuid_ge(Uuid a, Uuid b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 2956)
    public static boolean uuid_eq(Uuid a, Uuid b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 2959)
    public static boolean uuid_ne(Uuid a, Uuid b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 2960)
    public static int uuid_cmp(Uuid a, Uuid b) {
        int high = difference(a.high(), b.high());
        return high != 0 ? high : difference(a.low(), b.low());
    }

    /// Of the first bytes that differ, as memcmp gives it.
    private static int difference(long a, long b) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            int d = (int) (a >>> shift & 0xFF) - (int) (b >>> shift & 0xFF);
            if (d != 0) {
                return d;
            }
        }
        return 0;
    }

    @PgFunction(oid = {3432, 6428})
    public static Uuid gen_random_uuid(FunctionContext context) {
        java.util.UUID random = java.util.UUID.randomUUID();
        return new Uuid(random.getMostSignificantBits(), random.getLeastSignificantBits());
    }

    /// The last timestamp used, in 1/4096 of a millisecond: values grow even within one tick of the clock.
    private static final java.util.concurrent.atomic.AtomicLong LAST_TICK =
            new java.util.concurrent.atomic.AtomicLong();

    /// Milliseconds since 1970, then 12 bits of their fraction, then chance (uuid.c:generate_uuidv7).
    private static Uuid version7(long timestamp, long fraction) {
        long low = java.util.UUID.randomUUID().getLeastSignificantBits();
        return new Uuid(timestamp << 16 | 7 << 12 | fraction, low);
    }

    private static long unixMicros(long timestamp) {
        return timestamp + Calendar.EPOCH_SECONDS * Calendar.MICROS_PER_SECOND;
    }

    /// Of an instant in microseconds, later than any before.
    private static long tick(long micros) {
        long now = micros / 1000 * 4096 + micros % 1000 * 4096 / 1000;
        return LAST_TICK.updateAndGet(last -> Math.max(now, last + 1));
    }

    @PgFunction(oid = 6429)
    public static Uuid uuidv7(FunctionContext context) {
        long tick = tick(unixMicros(context.clockTimestamp()));
        return version7(tick >> 12, tick & 0xFFF);
    }

    @PgFunction(oid = 6430)
    public static Uuid uuidv7_interval(FunctionContext context, Interval shift) {
        long tick = tick(unixMicros(context.clockTimestamp()));
        long now = (tick >> 12) * 1000 - Calendar.EPOCH_SECONDS * Calendar.MICROS_PER_SECOND;
        long shifted = TimestampArithmetic.timestamptz_pl_interval(context, now, shift);
        return version7(Math.floorDiv(unixMicros(shifted), 1000L), tick & 0xFFF);
    }

    private static boolean isRfc(Uuid a) {
        return a.low() >>> FIXED_BITS == 2;
    }

    @PgFunction(oid = 6343)
    public static @Nullable Integer uuid_extract_version(Uuid a) {
        return isRfc(a) ? (int) (a.high() >>> 12 & 0xF) : null;
    }

    @PgFunction(oid = 6342)
    public static @Nullable Long uuid_extract_timestamp(Uuid a) {
        if (!isRfc(a)) {
            return null;
        }
        int version = (int) (a.high() >>> 12 & 0xF);
        if (version == 1) {
            long ticks = (a.high() & 0xFFF) << 48 | (a.high() >>> 16 & 0xFFFF) << 32 | a.high() >>> 32;
            return ticks / 10 + GREGORIAN_EPOCH;
        }
        if (version == 7) {
            return (a.high() >>> 16) * 1000 - Calendar.EPOCH_SECONDS * Calendar.MICROS_PER_SECOND;
        }
        return null;
    }
}
