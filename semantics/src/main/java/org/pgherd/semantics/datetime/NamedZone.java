package org.pgherd.semantics.datetime;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A zone as a name in SQL gives it: by an abbreviation whose meaning has changed over time, its offset is that of the
/// abbreviation (datetime.c: DetermineTimeZoneAbbrevOffset, DetermineTimeZoneAbbrevOffsetTS).
///
/// @param abbreviation null if the name is the zone's
public record NamedZone(PgTimeZone zone, @Nullable String abbreviation) {
    /// By an abbreviation: the zone itself only if the abbreviation has had several meanings there.
    public static NamedZone ofAbbreviation(PgTimeZone zone, String abbreviation) {
        Integer fixed = ZoneAbbreviations.fixedOffset(zone, abbreviation.toUpperCase(Locale.ROOT));
        return fixed == null ? new NamedZone(zone, abbreviation) : new NamedZone(TimeZones.ofOffset(fixed), null);
    }

    /// Seconds east of UTC that a local time means.
    public int offsetOfLocal(DateTimeParts local) {
        Integer own = abbreviation == null ? null : ZoneAbbreviations.offset(zone, abbreviation, local);
        return own != null ? own : zone.offsetOfLocal(local);
    }

    /// Seconds east of UTC at an instant (microseconds since 2000).
    public int offsetAt(long timestamp) {
        Integer own = abbreviation == null
                ? null
                : ZoneAbbreviations.offset(
                        zone,
                        abbreviation,
                        Instant.ofEpochSecond(
                                Math.floorDiv(timestamp, Calendar.MICROS_PER_SECOND) + Calendar.EPOCH_SECONDS));
        return own != null ? own : zone.offsetAt(timestamp);
    }
}
