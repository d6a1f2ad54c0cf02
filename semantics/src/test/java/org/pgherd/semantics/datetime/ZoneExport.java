package org.pgherd.semantics.datetime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Writes `zones.tsv`: what PostgreSQL calls the times of each tz database zone. Per zone, the usual abbreviation
/// of each pair of offset and daylight flag, then stretches of time (epoch seconds) with another one. Arguments:
/// JDBC URL of a PostgreSQL 18, directory to write to.
public final class ZoneExport {
    private static final long FAR_PAST = -5_000_000_000L;
    private static final long FAR_FUTURE = 2_208_988_800L;

    private final PreparedStatement query;
    private final String zone;
    private final ZoneRules rules;
    private final List<long[]> bounds = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private ZoneExport(PreparedStatement query, String zone) {
        this.query = query;
        this.zone = zone;
        rules = ZoneId.of(zone).getRules();
    }

    public static void main(String[] args) throws Exception {
        List<String> out = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(args[0]);
                PreparedStatement query = connection.prepareStatement(
                        "SELECT to_char(to_timestamp(u) , 'TZ') FROM unnest(?::float8[]) WITH ORDINALITY AS t(u, n),"
                                + " set_config('timezone', ?, false) ORDER BY n")) {
            TreeSet<String> known = new TreeSet<>();
            try (ResultSet rows = connection.createStatement().executeQuery("SELECT name FROM pg_timezone_names")) {
                while (rows.next()) {
                    known.add(rows.getString(1));
                }
            }
            for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
                if (known.contains(id)) {
                    out.add(new ZoneExport(query, id).describe());
                }
            }
        }
        Files.write(Path.of(args[1]).resolve("zones.tsv"), out);
    }

    private String describe() throws Exception {
        List<Long> times = new ArrayList<>();
        times.add(FAR_PAST);
        for (ZoneOffsetTransition t : rules.getTransitions()) {
            times.add(t.toEpochSecond());
        }
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(times.getLast()));
        while (next != null && next.toEpochSecond() < FAR_FUTURE) {
            times.add(next.toEpochSecond());
            next = rules.nextTransition(next.getInstant());
        }
        times.add(FAR_FUTURE);
        List<Long> samples = new ArrayList<>();
        for (int i = 0; i + 1 < times.size(); i++) {
            samples.add(times.get(i));
            samples.add(times.get(i + 1) - 1);
        }
        List<String> found = ask(samples);
        for (int i = 0; i + 1 < times.size(); i++) {
            segment(times.get(i), times.get(i + 1) - 1, found.get(2 * i), found.get(2 * i + 1));
        }
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            counts.computeIfAbsent(key(bounds.get(i)[0]), k -> new HashMap<>()).merge(names.get(i), 1, Integer::sum);
        }
        StringBuilder usual = new StringBuilder();
        Map<String, String> best = new HashMap<>();
        counts.forEach((key, byName) -> {
            String name = byName.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
            best.put(key, name);
            usual.append(usual.isEmpty() ? "" : ",").append(key).append('=').append(name);
        });
        StringBuilder exceptions = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals(best.get(key(bounds.get(i)[0])))) {
                exceptions
                        .append(exceptions.isEmpty() ? "" : ",")
                        .append(bounds.get(i)[0] == FAR_PAST ? Long.MIN_VALUE : bounds.get(i)[0])
                        .append(':')
                        .append(bounds.get(i)[1])
                        .append('=')
                        .append(names.get(i));
            }
        }
        return zone + "\t" + usual + "\t" + exceptions;
    }

    private String key(long second) {
        Instant at = Instant.ofEpochSecond(second);
        return rules.getOffset(at).getTotalSeconds() + (rules.isDaylightSavings(at) ? "d" : "s");
    }

    private void segment(long from, long to, String first, String last) throws Exception {
        if (first.equals(last)) {
            bounds.add(new long[] {from, to});
            names.add(first);
            return;
        }
        long low = from;
        long high = to;
        while (high - low > 1) {
            long middle = Math.floorDiv(low + high, 2L);
            if (ask(List.of(middle)).getFirst().equals(first)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        segment(from, low, first, first);
        segment(high, to, ask(List.of(high)).getFirst(), last);
    }

    private List<String> ask(List<Long> seconds) throws Exception {
        query.setArray(
                1,
                query.getConnection()
                        .createArrayOf(
                                "float8",
                                seconds.stream().map(Long::doubleValue).toArray()));
        query.setString(2, zone);
        List<String> all = new ArrayList<>();
        query.executeQuery().close(); // the setting is made
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
