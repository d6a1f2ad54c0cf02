package org.pgherd.semantics.value;

/// A time of day with a zone.
///
/// @param micros since midnight, local, up to and including 24:00
/// @param zone seconds *west* of UTC, as PostgreSQL stores it
public record TimeTz(long micros, int zone) implements Comparable<TimeTz> {
    /// By instant, then by zone (date.c:timetz_cmp_internal).
    @Override
    public int compareTo(TimeTz other) {
        int c = Long.compare(micros + zone * 1_000_000L, other.micros + other.zone * 1_000_000L);
        return c != 0 ? c : Integer.compare(zone, other.zone);
    }
}
