package org.pgherd.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one server is to run. Immutable: each `with` gives a changed copy.
///
/// @param database made at the first start beside `postgres`
/// @param data folder that is kept and used again, or null for a temporary one
/// @param port 0 for a free one
/// @param settings of postgresql.conf, over the defaults of [EmbeddedPostgres]
/// @param patience how long a start may take
public record ServerOptions(
        String database, @Nullable Path data, int port, Map<String, String> settings, Duration patience) {

    public ServerOptions {
        if (database.isEmpty()) {
            throw new IllegalArgumentException("the database needs a name");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port out of range: " + port);
        }
        data = data == null ? null : data.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
    }

    public static ServerOptions defaults() {
        return new ServerOptions("herd", null, 0, Map.of(), Duration.ofSeconds(60));
    }

    public ServerOptions withDatabase(String name) {
        return new ServerOptions(name, data, port, settings, patience);
    }

    public ServerOptions withData(Path folder) {
        return new ServerOptions(database, folder, port, settings, patience);
    }

    public ServerOptions withPort(int number) {
        return new ServerOptions(database, data, number, settings, patience);
    }

    public ServerOptions withSetting(String name, String value) {
        return new ServerOptions(database, data, port, put(settings, name, value), patience);
    }

    public ServerOptions withPatience(Duration limit) {
        return new ServerOptions(database, data, port, settings, limit);
    }

    static Map<String, String> put(Map<String, String> settings, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put(name, value);
        return all;
    }
}
