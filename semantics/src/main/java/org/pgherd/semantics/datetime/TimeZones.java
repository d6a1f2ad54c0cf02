package org.pgherd.semantics.datetime;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Time zones by name (pgtz.c:pg_tzset): the tz database without regard to case, else a POSIX specification.
public final class TimeZones {
    private static final int SECONDS_PER_HOUR = 3600;
    private static final Map<String, String> IDS = ids();

    private TimeZones() {}

    private static Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (!id.startsWith("SystemV/")) {
                ids.put(id.toLowerCase(Locale.ROOT), id);
            }
        }
        return ids;
    }

    /// Null if there is no such zone.
    public static @Nullable PgTimeZone find(String name) {
        String id = IDS.get(name.toLowerCase(Locale.ROOT));
        if (id != null) {
            return PgTimeZone.of(id, ZoneId.of(id).getRules());
        }
        return PosixTimeZone.parse(name.toUpperCase(Locale.ROOT));
    }

    /// As `SET TimeZone` takes it: a number of hours east, or a name. Null if it is neither.
    public static @Nullable PgTimeZone forSetting(String value) {
        String text = value.strip();
        if (!text.isEmpty() && "+-.0123456789".indexOf(text.charAt(0)) >= 0) {
            try {
                return ofOffset((int) (Double.parseDouble(text) * SECONDS_PER_HOUR));
            } catch (NumberFormatException e) {
                // may still be a name
            }
        }
        return find(text);
    }

    /// A fixed offset in seconds east, named as pg_tzset_offset names it: `<-05>+05`.
    public static PgTimeZone ofOffset(int east) {
        StringBuilder hours = new StringBuilder();
        int seconds = Math.abs(east);
        hours.append(two(seconds / SECONDS_PER_HOUR));
        if (seconds % SECONDS_PER_HOUR != 0) {
            hours.append(':').append(two(seconds / 60 % 60));
            if (seconds % 60 != 0) {
                hours.append(':').append(two(seconds % 60));
            }
        }
        String abbreviation = (east >= 0 ? "+" : "-") + hours;
        return new PgTimeZone(
                "<" + abbreviation + ">" + (east >= 0 ? "-" : "+") + hours,
                ZoneOffset.ofTotalSeconds(east).getRules(),
                abbreviation,
                null);
    }

    private static String two(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }
}
