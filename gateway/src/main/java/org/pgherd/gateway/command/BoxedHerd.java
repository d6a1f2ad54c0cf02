package org.pgherd.gateway.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.HerdOptions;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.PgHerd;
import org.pgherd.engine.ShardConfig;

/// A herd over embedded servers, both stopped together.
public final class BoxedHerd implements AutoCloseable {
    public static final int DEFAULT_SHARDS = 4;

    private final EmbeddedHerd servers;
    private final PgHerd herd;

    private BoxedHerd(EmbeddedHerd servers, PgHerd herd) {
        this.servers = servers;
        this.herd = herd;
    }

    public static BoxedHerd start(int shards) {
        return start(shards, null);
    }

    /// @param shards 0 for as many as the folder holds, or 4
    /// @param data kept folder, null for a temporary one
    public static BoxedHerd start(int shards, @Nullable Path data) {
        HerdOptions options = HerdOptions.defaults();
        int number = shards;
        if (number == 0) {
            OptionalInt kept = data == null ? OptionalInt.empty() : EmbeddedHerd.shardsIn(data);
            number = kept.orElse(DEFAULT_SHARDS);
        }
        options = options.withShards(number);
        if (data != null) {
            options = options.withData(data);
        }
        return over(EmbeddedHerd.start(options), false);
    }

    /// The plain server boots while the herd's session machinery does.
    public static BoxedHerd startWithOracle(int shards) {
        return over(EmbeddedHerd.start(HerdOptions.defaults().withShards(shards)), true);
    }

    private static BoxedHerd over(EmbeddedHerd servers, boolean oracle) {
        Thread boot = oracle ? Thread.ofVirtual().start(servers::oracle) : null;
        try {
            List<ShardConfig> configs = servers.shards().stream()
                    .map(shard -> new ShardConfig(shard.host(), shard.port(), shard.database(), shard.user(), ""))
                    .toList();
            PgHerd herd = PgHerd.open(new HerdConfig(configs, Map.of()));
            if (boot != null) {
                boot.join();
            }
            return new BoxedHerd(servers, herd);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            servers.close();
            throw new CommandFailure("interrupted while the servers were starting", e);
        } catch (RuntimeException | Error e) {
            servers.close();
            throw e;
        }
    }

    public EmbeddedHerd servers() {
        return servers;
    }

    public PgHerd herd() {
        return herd;
    }

    @Override
    public void close() {
        try (servers) {
            herd.close();
        }
    }
}
