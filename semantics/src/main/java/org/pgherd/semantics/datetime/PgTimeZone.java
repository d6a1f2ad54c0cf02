package org.pgherd.semantics.datetime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/// A time zone as `SET TimeZone` may name it: a tz database name, a POSIX specification or a fixed offset.
///
/// @param name as `SHOW TimeZone` gives it
/// @param standardAbbreviation of a POSIX specification or fixed offset; null if the tz database knows
/// @param daylightAbbreviation as well
public record PgTimeZone(
        String name,
        ZoneRules rules,
        @Nullable String standardAbbreviation,
        @Nullable String daylightAbbreviation) {
    public static final PgTimeZone UTC = of("UTC", ZoneOffset.UTC.getRules());
    public static final PgTimeZone GMT = of("GMT", ZoneOffset.UTC.getRules());

    public static PgTimeZone of(String name, ZoneRules rules) {
        return new PgTimeZone(name, rules, null, null);
    }

    /// Seconds east of UTC at an instant (microseconds since 2000).
    public int offsetAt(long timestamp) {
        if (rules.isFixedOffset()) {
            return rules.getOffset(Instant.EPOCH).getTotalSeconds();
        }
        return rules.getOffset(instant(timestamp)).getTotalSeconds();
    }

    public boolean isDaylightAt(long timestamp) {
        return !rules.isFixedOffset() && rules.isDaylightSavings(instant(timestamp));
    }

    /// What the zone calls itself at an instant, such as CET; null if it has no name there but its offset.
    public @Nullable String abbreviationAt(long timestamp) {
        if (standardAbbreviation != null) {
            return daylightAbbreviation != null && isDaylightAt(timestamp)
                    ? daylightAbbreviation
                    : standardAbbreviation;
        }
        return ZoneAbbreviations.at(this, timestamp);
    }

    private static Instant instant(long timestamp) {
        return Instant.ofEpochSecond(
                Math.floorDiv(timestamp, Calendar.MICROS_PER_SECOND) + Calendar.EPOCH_SECONDS,
                Math.floorMod(timestamp, Calendar.MICROS_PER_SECOND) * 1000);
    }

    /// Seconds east of UTC that a local time means (datetime.c:DetermineTimeZoneOffset): in a gap the offset before
    /// it, of a time that occurs twice the standard one (the later).
    public int offsetOfLocal(DateTimeParts local) {
        if (rules.isFixedOffset()) {
            return rules.getOffset(Instant.EPOCH).getTotalSeconds();
        }
        long day = local.julian() - (long) Calendar.J1970;
        long second = day * 86400 + local.hour * 3600L + local.minute * 60L + local.second;
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        ZoneOffsetTransition transition = rules.getTransition(time);
        if (transition == null) {
            return rules.getOffset(time).getTotalSeconds();
        }
        return transition.isGap()
                ? transition.getOffsetBefore().getTotalSeconds()
                : transition.getOffsetAfter().getTotalSeconds();
    }
}
