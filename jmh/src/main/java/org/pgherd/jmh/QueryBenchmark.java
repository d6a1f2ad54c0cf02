package org.pgherd.jmh;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

/// Whole queries over four shards, beside one plain PostgreSQL with all the rows.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class QueryBenchmark {
    /// The shape of the query.
    public enum Shape {
        HASH_JOIN(
                "SELECT a.region, count(*), sum(e.amount) FROM accounts a JOIN events e ON e.account_id = a.id GROUP BY a.region"),
        AGGREGATE("SELECT region, count(*), sum(balance), max(id) FROM accounts GROUP BY region"),
        GLOBAL_AGGREGATE("SELECT count(*), sum(amount), avg(amount) FROM events"),
        TOP_N("SELECT id, balance FROM accounts ORDER BY balance DESC LIMIT 20");

        final String sql;

        Shape(String sql) {
            this.sql = sql;
        }
    }

    @Param
    private Shape shape;

    private BenchmarkHerd herd;
    private Connection plain;

    @Setup
    public void open() throws SQLException {
        herd = new BenchmarkHerd();
        plain = herd.servers.oracle().connect(herd.servers.database());
    }

    @TearDown
    public void close() throws SQLException {
        plain.close();
        herd.close();
    }

    @Benchmark
    public long herd() {
        return herd.run(shape.sql);
    }

    @Benchmark
    public long plainPostgres() throws SQLException {
        long rows = 0;
        try (Statement statement = plain.createStatement();
                ResultSet found = statement.executeQuery(shape.sql)) {
            while (found.next()) {
                rows++;
            }
        }
        return rows;
    }
}
