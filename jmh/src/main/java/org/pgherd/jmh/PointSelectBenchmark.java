package org.pgherd.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
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
import org.pgherd.engine.StatementResult;
import org.pgherd.semantics.vector.Batch;

/// A row by its key: through the engine in this process, and by PgJDBC straight from the shard that has it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class PointSelectBenchmark {
    private static final String SQL = "SELECT owner, balance FROM accounts WHERE id = ";

    private BenchmarkHerd herd;
    private Prepared prepared;
    private Connection straight;
    private PreparedStatement straightStatement;
    private int[] keysOfShard;

    @Setup
    public void open() throws SQLException {
        herd = new BenchmarkHerd();
        prepared = herd.session.prepare(SQL + "$1");
        straight = herd.servers.shard(0).connect();
        straightStatement = straight.prepareStatement(SQL + "?");
        try (ResultSet keys = straight.createStatement().executeQuery("SELECT array_agg(id) FROM accounts")) {
            keys.next();
            Integer[] boxed = (Integer[]) keys.getArray(1).getArray();
            keysOfShard = new int[boxed.length];
            for (int i = 0; i < boxed.length; i++) {
                keysOfShard[i] = boxed[i];
            }
        }
    }

    @TearDown
    public void close() throws SQLException {
        straight.close();
        herd.close();
    }

    private int key() {
        return keysOfShard[ThreadLocalRandom.current().nextInt(keysOfShard.length)];
    }

    @Benchmark
    public Object throughTheEngine() {
        try (StatementResult result = herd.session.execute(prepared, key())) {
            Batch batch = ((StatementResult.Rows) result).next();
            return batch.columns()[0].boxed(0);
        }
    }

    @Benchmark
    public Object straightFromTheShard() throws SQLException {
        straightStatement.setInt(1, key());
        try (ResultSet rows = straightStatement.executeQuery()) {
            rows.next();
            rows.getBigDecimal(2);
            return rows.getString(1);
        }
    }
}
