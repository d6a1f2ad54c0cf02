package org.pgherd.semantics.datetime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the zones of the tz database call their times, which Java does not know (exported into `zones.tsv`): the
/// usual abbreviation of each pair of offset and daylight flag, and stretches of time with another one.
final class ZoneAbbreviations {
    private record Stretch(long from, long to, String name) {}

    private static final Map<String, String> LINES = lines();
    private static final ConcurrentHashMap<String, ZoneAbbreviations> CACHE = new ConcurrentHashMap<>();

    /// By offset in seconds east and flag, such as `3600s`, `7200d`.
    private final Map<String, String> usual = new HashMap<>();
    private final List<Stretch> exceptions = new ArrayList<>();

    private ZoneAbbreviations(String line) {
        String[] parts = line.split("\t", -1);
        for (String entry : parts[0].split(",")) {
            int equals = entry.indexOf('=');
            usual.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        for (String entry : parts[1].isEmpty() ? new String[0] : parts[1].split(",")) {
            int colon = entry.indexOf(':');
            int equals = entry.indexOf('=');
            exceptions.add(new Stretch(
                    Long.parseLong(entry.substring(0, colon)),
                    Long.parseLong(entry.substring(colon + 1, equals)),
                    entry.substring(equals + 1)));
        }
    }

    private static Map<String, String> lines() {
        Map<String, String> lines = new HashMap<>();
        try (InputStream in = ZoneAbbreviations.class.getResourceAsStream("zones.tsv")) {
            if (in == null) {
                throw new AssertionError("no zones");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int tab = line.indexOf('\t');
                lines.put(line.substring(0, tab), line.substring(tab + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static @Nullable ZoneAbbreviations of(PgTimeZone zone) {
        String line = LINES.get(zone.name());
        return line == null ? null : CACHE.computeIfAbsent(zone.name(), n -> new ZoneAbbreviations(line));
    }

    /// Null if the zone is none of the tz database's.
    static @Nullable String at(PgTimeZone zone, long timestamp) {
        ZoneAbbreviations names = of(zone);
        return names == null
                ? null
                : names.at(
                        zone,
                        Instant.ofEpochSecond(
                                Math.floorDiv(timestamp, Calendar.MICROS_PER_SECOND) + Calendar.EPOCH_SECONDS));
    }

    private @Nullable String at(PgTimeZone zone, Instant instant) {
        long second = instant.getEpochSecond();
        for (Stretch stretch : exceptions) {
            if (second >= stretch.from && second <= stretch.to) {
                return stretch.name;
            }
        }
        return usual.get(zone.rules().getOffset(instant).getTotalSeconds()
                + (zone.rules().isDaylightSavings(instant) ? "d" : "s"));
    }

    /// Whether the zone ever uses the abbreviation (in upper case).
    static boolean uses(PgTimeZone zone, String abbreviation) {
        ZoneAbbreviations names = of(zone);
        if (names == null) {
            return false;
        }
        return names.usual.containsValue(abbreviation)
                || names.exceptions.stream().anyMatch(s -> s.name.equals(abbreviation));
    }

    /// The offset of an abbreviation that has only ever had one in the zone; null if it has had several, or none
    /// (localtime.c:pg_timezone_abbrev_is_known).
    static @Nullable Integer fixedOffset(PgTimeZone zone, String abbreviation) {
        ZoneAbbreviations names = of(zone);
        if (names == null || names.exceptions.stream().anyMatch(s -> s.name.equals(abbreviation))) {
            return null;
        }
        Integer offset = null;
        for (Map.Entry<String, String> entry : names.usual.entrySet()) {
            if (entry.getValue().equals(abbreviation)) {
                int found = Integer.parseInt(
                        entry.getKey().substring(0, entry.getKey().length() - 1));
                if (offset != null && offset != found) {
                    return null;
                }
                offset = found;
            }
        }
        return offset;
    }

    /// Seconds east that the abbreviation stands for at a local time: as it was last used there, else as it was
    /// first used later (localtime.c:pg_interpret_timezone_abbrev); null if the zone never uses it.
    static @Nullable Integer offset(PgTimeZone zone, String abbreviation, DateTimeParts local) {
        long days = local.julian() - (long) Calendar.J1970;
        return offset(
                zone,
                abbreviation,
                Instant.ofEpochSecond(
                        days * 86400 + local.time() / Calendar.MICROS_PER_SECOND - zone.offsetOfLocal(local)));
    }

    /// As above, at an instant.
    static @Nullable Integer offset(PgTimeZone zone, String abbreviation, Instant at) {
        ZoneAbbreviations names = of(zone);
        String name = abbreviation.toUpperCase(Locale.ROOT);
        if (names == null || !uses(zone, name)) {
            return null;
        }
        for (Instant i = at; i != null; ) {
            if (name.equals(names.at(zone, i))) {
                return zone.rules().getOffset(i).getTotalSeconds();
            }
            ZoneOffsetTransition before = zone.rules().previousTransition(i);
            // just before the transition, where the earlier name still held
            i = before == null
                    ? null
                    : i.equals(before.getInstant().minusSeconds(1))
                            ? null
                            : before.getInstant().minusSeconds(1);
        }
        ZoneOffsetTransition after = zone.rules().nextTransition(at);
        while (after != null && after.getInstant().getEpochSecond() < Integer.MAX_VALUE) {
            if (name.equals(names.at(zone, after.getInstant()))) {
                return after.getOffsetAfter().getTotalSeconds();
            }
            after = zone.rules().nextTransition(after.getInstant());
        }
        return null;
    }
}
