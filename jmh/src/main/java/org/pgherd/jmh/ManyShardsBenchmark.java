package org.pgherd.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.HerdOptions;
import org.pgherd.engine.HerdConfig;
import org.pgherd.engine.PgHerd;
import org.pgherd.engine.Prepared;
import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;
import org.pgherd.engine.ShardConfig;
import org.pgherd.engine.StatementResult;

/// Whether a statement for one shard minds how many others there are: its plan, from the cache and new, and its whole
/// run.
/// The shards are databases of one server.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ManyShardsBenchmark {
    @Param({"4", "256"})
    private int shape;

    private EmbeddedHerd servers;
    private PgHerd herd;
    private Session session;
    private int at;

    @Setup
    public void open() {
        servers = EmbeddedHerd.start(
                HerdOptions.defaults().withShards(shape).withOneServer().withSetting("shared_buffers", "128MB"));
        herd = PgHerd.open(HerdConfig.of(servers.shards().stream()
                .map(shard -> new ShardConfig(shard.host(), shard.port(), shard.database(), shard.user(), ""))
                .toList()));
        session = herd.connect(SessionOptions.defaults());
        run("CREATE TABLE accounts (id int PRIMARY KEY, owner text, balance numeric(12,2))"
                + " WITH (pgherd.shard_by = 'hash(id)')");
        run("INSERT INTO accounts SELECT g, 'owner ' || g, g * 1.25 FROM generate_series(1, 10000) g");
        for (int i = 0; i < 10; i++) {
            run("SELECT owner FROM accounts WHERE id = " + i);
        }
    }

    @TearDown
    public void close() {
        session.close();
        herd.close();
        servers.close();
    }

    private void run(String sql) {
        try (StatementResult result = session.execute(sql)) {
            if (result instanceof StatementResult.Rows rows) {
                while (rows.next() != null) {
                    // only the end matters
                }
            }
        }
    }

    @Benchmark
    public Prepared known() {
        return session.prepare("SELECT owner, balance FROM accounts WHERE id = " + (at++ & 0xff));
    }

    @Benchmark
    public Prepared neverSeen() {
        int n = at++;
        return session.prepare("SELECT owner, balance AS x" + n + " FROM accounts WHERE id = " + (n & 0xff));
    }

    /// Keys of few shards, so that no connection is opened meanwhile.
    @Benchmark
    public void pointSelect() {
        run("SELECT owner, balance FROM accounts WHERE id = " + (at++ & 3));
    }
}
