package org.pgherd.jmh;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.pgherd.engine.Prepared;

/// From text to plan, for statements of business kind over sharded tables: seen before but for its literals (the plan
/// cache answers, nothing is parsed), and never seen before (parsed, analysed and planned). No shard is asked.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class PlanningBenchmark {
    private static final List<String> SHAPES = List.of(
            "SELECT owner, balance AS @ FROM accounts WHERE id = #",
            "SELECT @.owner, @.balance FROM accounts @ WHERE @.id IN (#, 12, 99) ORDER BY @.owner LIMIT 10",
            "UPDATE accounts AS @ SET balance = balance + # WHERE id = 17",
            "INSERT INTO accounts AS @ (id, owner, region, balance) VALUES (#, 'somebody', 3, 12.50)",
            "DELETE FROM accounts AS @ WHERE id = # AND owner = 'nobody'",
            "SELECT count(*), sum(balance) AS @ FROM accounts WHERE region = # AND balance > 100.25",
            "SELECT a.owner, e.amount AS @ FROM accounts a JOIN events e ON e.account_id = a.id WHERE a.id = # AND"
                    + " e.kind = 2",
            "SELECT e.kind, avg(e.amount) AS @ FROM events e WHERE e.event_id BETWEEN # AND 5000 GROUP BY e.kind");

    private BenchmarkHerd herd;
    private int at;

    @Setup
    public void open() throws SQLException {
        herd = new BenchmarkHerd();
        for (int i = 0; i < 4 * SHAPES.size(); i++) {
            known();
        }
    }

    @TearDown
    public void close() {
        herd.close();
    }

    private String text(String name) {
        int n = at++;
        return SHAPES.get(n % SHAPES.size()).replace("@", name).replace("#", Integer.toString(n & 0xffff));
    }

    @Benchmark
    public Prepared known() {
        return herd.session.prepare(text("x"));
    }

    @Benchmark
    public Prepared neverSeen() {
        return herd.session.prepare(text("x" + Integer.toString(at, 36)));
    }
}
