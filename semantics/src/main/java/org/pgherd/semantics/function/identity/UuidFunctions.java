package org.pgherd.semantics.function.identity;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.datetime.Calendar;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
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
