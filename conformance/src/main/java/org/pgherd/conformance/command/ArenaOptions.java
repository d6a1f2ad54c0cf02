package org.pgherd.conformance.command;

import java.util.HashMap;
import java.util.Map;
import org.pgherd.gateway.command.CommandFailure;
import picocli.CommandLine.Option;

/// Options that `diff` and `slt` share.
final class ArenaOptions {
    @Option(names = "--shards", paramLabel = "N", defaultValue = "4", description = "Number of shards (default: 4).")
    private int shards;

    @Option(
            names = "--max-pushdown",
            paramLabel = "R",
            description = "Cap of the ladder: route (default), scatter, split or pull.")
    private String maxPushdown = "route";

    @Option(
            names = "--shard-by",
            paramLabel = "RULE",
            description = "Where undeclared tables go: auto (default), single or reference.")
    private String shardBy = "auto";

    int shards() {
        if (shards < 1) {
            throw new CommandFailure("--shards must be at least 1");
        }
        return shards;
    }

    String maxPushdown() {
        return maxPushdown;
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("pgherd.max_pushdown", maxPushdown);
        settings.put("pgherd.default_shard_by", shardBy);
        return settings;
    }
}
