package org.pgherd.semantics.datetime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Abbreviations of time zones that input takes (timezone_abbreviations = Default).
public final class TimeZoneAbbreviations {
    /// What an abbreviation means.
    ///
    /// @param offset seconds east, unless `zone` is set
    /// @param zone for an abbreviation whose offset has changed over time
    public record Entry(
            int offset, boolean daylight, @Nullable PgTimeZone zone) {}

    private static final Map<String, Entry> ENTRIES = load();

    private TimeZoneAbbreviations() {}

    /// In lower case; null if it is none. The session zone's own abbreviations come first.
    public static @Nullable Entry find(String word, PgTimeZone session) {
        if (ZoneAbbreviations.uses(session, word.toUpperCase(Locale.ROOT))) {
            return new Entry(0, false, session);
        }
        return ENTRIES.get(word);
    }

    private static Map<String, Entry> load() {
        Map<String, Entry> entries = new HashMap<>();
        try (InputStream in = TimeZoneAbbreviations.class.getResourceAsStream("abbreviations.tsv")) {
            if (in == null) {
                throw new AssertionError("no abbreviations");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] fields = line.split("\t", -1);
                if (fields[2].isEmpty()) {
                    PgTimeZone zone = TimeZones.find(fields[1]);
                    if (zone != null) {
                        entries.put(fields[0], new Entry(0, false, zone));
                    }
                } else {
                    entries.put(fields[0], new Entry(Integer.parseInt(fields[1]), fields[2].equals("1"), null));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
