package org.pgherd.semantics.datetime;

import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.TimeTz;

/// Type modifiers of dates and times: digits of a second, and an interval's fields
/// (timestamp.c: AdjustTimestampForTypmod, AdjustIntervalForTypmod; date.c: AdjustTimeForTypmod).
public final class Precision {
    private static final long[] UNITS = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};
    private static final int FULL_RANGE = 0x7FFF;
    private static final int FULL_PRECISION = 0xFFFF;

    static final int MONTH = 1 << 1;
    static final int YEAR = 1 << 2;
    static final int DAY = 1 << 3;
    static final int HOUR = 1 << 10;
    static final int MINUTE = 1 << 11;
    static final int SECOND = 1 << 12;

    private Precision() {}

    /// Of time, timestamp and timestamptz; infinities stay.
    public static long round(long micros, int digits) {
        if (digits < 0 || digits >= 6 || micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            return micros;
        }
        long unit = UNITS[digits];
        return micros >= 0 ? (micros + unit / 2) / unit * unit : -((-micros + unit / 2) / unit * unit);
    }

    public static TimeTz round(TimeTz time, int digits) {
        return digits < 0 || digits >= 6 ? time : new TimeTz(round(time.micros(), digits), time.zone());
    }

    /// The fields that the modifier names (INTERVAL_MASK bits); 0x7FFF for all.
    public static int range(int typmod) {
        return typmod < 0 ? FULL_RANGE : typmod >> 16 & FULL_RANGE;
    }

    public static Interval adjust(Interval value, int typmod) {
        if (typmod < 0 || value.isInfinite()) {
            return value;
        }
        int months = value.months();
        int days = value.days();
        long micros = value.micros();
        switch (range(typmod)) {
            case YEAR -> {
                months = months / 12 * 12;
                days = 0;
                micros = 0;
            }
            case MONTH, YEAR | MONTH -> {
                days = 0;
                micros = 0;
            }
            case DAY -> micros = 0;
            case HOUR, DAY | HOUR -> micros = micros / Calendar.MICROS_PER_HOUR * Calendar.MICROS_PER_HOUR;
            case MINUTE, HOUR | MINUTE, DAY | HOUR | MINUTE ->
                micros = micros / Calendar.MICROS_PER_MINUTE * Calendar.MICROS_PER_MINUTE;
            default -> {}
        }
        int digits = typmod & FULL_PRECISION;
        return new Interval(months, days, digits == FULL_PRECISION ? micros : round(micros, digits));
    }
}
