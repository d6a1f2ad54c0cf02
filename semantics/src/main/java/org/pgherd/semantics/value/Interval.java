package org.pgherd.semantics.value;

/// A span of time in three parts that do not convert into each other: months, days, microseconds.
/// All fields at their maximum (minimum) stand for infinity (-infinity).
/// Order and equality count a month as 30 days and a day as 24 hours (timestamp.c:interval_cmp_value).
public record Interval(int months, int days, long micros) implements Comparable<Interval> {
    public static final Interval ZERO = new Interval(0, 0, 0);
    public static final Interval INFINITY = new Interval(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);
    public static final Interval MINUS_INFINITY = new Interval(Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);

    public static final long MICROS_PER_DAY = 86_400_000_000L;

    public boolean isInfinite() {
        return micros == Long.MAX_VALUE && months == Integer.MAX_VALUE && days == Integer.MAX_VALUE
                || micros == Long.MIN_VALUE && months == Integer.MIN_VALUE && days == Integer.MIN_VALUE;
    }

    /// High 64 bits of the length in microseconds as a 128-bit number.
    public long spanHigh() {
        long low = spanDays() * MICROS_PER_DAY;
        long high = Math.multiplyHigh(spanDays(), MICROS_PER_DAY);
        long sum = low + micros;
        return high + (micros >> 63) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    }

    /// Low 64 bits of it.
    public long spanLow() {
        return spanDays() * MICROS_PER_DAY + micros;
    }

    private long spanDays() {
        return months * 30L + days;
    }

    @Override
    public int compareTo(Interval other) {
        int c = Long.compare(spanHigh(), other.spanHigh());
        return c != 0 ? c : Long.compareUnsigned(spanLow(), other.spanLow());
    }

    /// As SQL's `=`: '1 mon' equals '30 days'. See [#isIdentical].
    @Override
    public boolean equals(Object o) {
        return o instanceof Interval i && compareTo(i) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(spanLow());
    }

    public boolean isIdentical(Interval other) {
        return months == other.months && days == other.days && micros == other.micros;
    }
}
