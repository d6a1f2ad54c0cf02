package org.pgherd.semantics.datetime;

import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// What tz database zones call themselves.
final class ZoneAbbreviations {
    private ZoneAbbreviations() {}

    static @Nullable String at(PgTimeZone zone, long timestamp) {
        String name = TimeZone.getTimeZone(zone.name()).getDisplayName(zone.isDaylightAt(timestamp), TimeZone.SHORT, Locale.US);
        return name.isEmpty() ? null : name;
    }
}
