package org.pgherd.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgherd.conformance.target.Arena;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.conformance.target.Target;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.gateway.client.WireClient;

/// Definitions that were not made through this herd: on the shards themselves, in another order on each of them.
class ForeignDefinitionsTest {
    private static final int INTERVAL_MILLIS = 1_100;

    @Test
    void seesWhatWasMadeBehindItsBack() throws Exception {
        EmbeddedHerd servers = EmbeddedHerd.shared(2);
        try (Arena arena = Arena.over(servers, Map.of("pgherd.max_pushdown", "pull"));
                Target herd = arena.herd()) {
            herd.run("CREATE TABLE t (id int PRIMARY KEY, v int)");
            herd.run("SELECT create_distributed_table('t', 'id')");
            herd.run("INSERT INTO t SELECT g, g FROM generate_series(1, 10) g");
            herd.run("CREATE VIEW w AS SELECT sum(v) AS s FROM t");
            assertThat(value(herd, "SELECT s FROM w")).isEqualTo("55");
            onEveryShard(servers, "ALTER TABLE t ADD COLUMN extra int DEFAULT 7");
            // an unknown name is looked up again at once
            assertThat(value(herd, "SELECT sum(extra) FROM t")).isEqualTo("70");
            onEveryShard(servers, "CREATE OR REPLACE VIEW w AS SELECT sum(v * 2) AS s FROM t");
            Thread.sleep(INTERVAL_MILLIS);
            assertThat(value(herd, "SELECT s FROM w")).isEqualTo("110");
            onEveryShard(servers, "ALTER TABLE t ALTER COLUMN v SET DEFAULT 100");
            Thread.sleep(INTERVAL_MILLIS);
            herd.run("INSERT INTO t (id) VALUES (11)");
            assertThat(value(herd, "SELECT v FROM t WHERE id = 11")).isEqualTo("100");
        }
    }

    private static String value(Target herd, String sql) throws Exception {
        Outcome outcome = herd.run(sql).last();
        return outcome instanceof Outcome.Rows rows
                ? String.valueOf(rows.rows().getFirst().getFirst())
                : outcome.toString();
    }

    private static void onEveryShard(EmbeddedHerd servers, String sql) throws Exception {
        for (var shard : servers.shards()) {
            try (WireClient client = WireClient.connect(shard.host(), shard.port(), shard.user(), shard.database())) {
                client.query(sql);
            }
        }
    }
}
