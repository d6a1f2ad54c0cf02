package org.pgherd.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a herd is to run. Immutable: each `with` gives a changed copy.
///
/// @param shards how many servers, or databases of one server when `oneServer`
/// @param database name of the database on each shard; with `oneServer` followed by `_0`, `_1`, ...
/// @param data folder that is kept and used again, or null for a temporary one
/// @param ports of the shards, in their order; shards past its end get free ones
/// @param oneServer one server with a database per shard: lighter, but they share transaction ids,
/// prepared-transaction
///     names and roles, and fail together
/// @param settings of postgresql.conf on every server, over the defaults of [EmbeddedPostgres]
/// @param patience how long a start may take
public record HerdOptions(
        int shards,
        String database,
        @Nullable Path data,
        List<Integer> ports,
        boolean oneServer,
        Map<String, String> settings,
        Duration patience) {

    public HerdOptions {
        if (shards < 1) {
            throw new IllegalArgumentException("a herd has at least one shard");
        }
        if (database.isEmpty()) {
            throw new IllegalArgumentException("the database needs a name");
        }
        data = data == null ? null : data.toAbsolutePath().normalize();
        ports = List.copyOf(ports);
        settings = Map.copyOf(settings);
    }

    /// Four servers over temporary data.
    public static HerdOptions defaults() {
        return new HerdOptions(4, "herd", null, List.of(), false, Map.of(), Duration.ofSeconds(60));
    }

    public HerdOptions withShards(int number) {
        return new HerdOptions(number, database, data, ports, oneServer, settings, patience);
    }

    public HerdOptions withDatabase(String name) {
        return new HerdOptions(shards, name, data, ports, oneServer, settings, patience);
    }

    public HerdOptions withData(Path folder) {
        return new HerdOptions(shards, database, folder, ports, oneServer, settings, patience);
    }

    public HerdOptions withPorts(List<Integer> numbers) {
        return new HerdOptions(shards, database, data, numbers, oneServer, settings, patience);
    }

    public HerdOptions withOneServer() {
        return new HerdOptions(shards, database, data, ports, true, settings, patience);
    }

    public HerdOptions withSetting(String name, String value) {
        return new HerdOptions(
                shards, database, data, ports, oneServer, ServerOptions.put(settings, name, value), patience);
    }

    public HerdOptions withPatience(Duration limit) {
        return new HerdOptions(shards, database, data, ports, oneServer, settings, limit);
    }

    /// The options of one server of this herd.
    ServerOptions server(int number) {
        int port = number >= 0 && number < ports.size() ? ports.get(number) : 0;
        return new ServerOptions(database, data, port, oneServer ? forManyDatabases() : settings, patience);
    }

    /// A server of many databases has as many connections and prepared transactions as so many servers, unless said.
    private Map<String, String> forManyDatabases() {
        Map<String, String> all = new HashMap<>();
        all.put("max_connections", Integer.toString(Math.max(200, 4 * shards)));
        all.put("max_prepared_transactions", Integer.toString(Math.max(64, 4 * shards)));
        all.putAll(settings);
        return all;
    }
}
