package org.pgherd.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.fingerprint.Fingerprint;

/// Twenty statements of business applications (or those of -Dpgherd.statements=FILE): text to AST, and text to
/// plan-cache key.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ParseBenchmark {
    static final int STATEMENTS = 20;
    private List<String> statements;

    @Setup
    public void read() throws IOException {
        String file = System.getProperty("pgherd.statements");
        try (InputStream in = file == null
                ? ParseBenchmark.class.getResourceAsStream("/business-statements.sql")
                : Files.newInputStream(Path.of(file))) {
            statements = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        if (statements.size() != STATEMENTS) {
            throw new AssertionError(statements.size());
        }
    }

    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public void parse(Blackhole sink) {
        for (String statement : statements) {
            sink.consume(SqlParser.parse(statement));
        }
    }

    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public void fingerprint(Blackhole sink) {
        for (String statement : statements) {
            sink.consume(Fingerprint.of(statement));
        }
    }
}
