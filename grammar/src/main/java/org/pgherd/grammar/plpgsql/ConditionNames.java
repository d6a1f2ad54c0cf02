package org.pgherd.grammar.plpgsql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The names that RAISE and WHEN know for SQLSTATEs (errcodes.txt). A few names stand for two states.
public final class ConditionNames {
    private static final Map<String, List<SqlState>> STATES = load();

    private ConditionNames() {}

    private static Map<String, List<SqlState>> load() {
        Map<String, List<SqlState>> states = new HashMap<>();
        try (InputStream in = ConditionNames.class.getResourceAsStream("conditions.tsv")) {
            if (in == null) {
                throw new AssertionError("conditions.tsv is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int tab = line.indexOf('\t');
                states.computeIfAbsent(line.substring(tab + 1), _ -> new ArrayList<>())
                        .add(SqlState.of(line.substring(0, tab)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return states;
    }

    /// Empty if there is no such name.
    public static List<SqlState> states(String name) {
        return STATES.getOrDefault(name, List.of());
    }

    static void check(String name) {
        if (!STATES.containsKey(name)) {
            throw new SqlException(SqlState.UNDEFINED_OBJECT, "unrecognized exception condition \"" + name + "\"");
        }
    }
}
