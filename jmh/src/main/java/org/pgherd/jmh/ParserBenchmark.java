package org.pgherd.jmh;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.pgherd.jmh.parser.ParserCorpus;
import org.pgherd.jmh.parser.Peer;

/// T20 to a tree, ours and the parsers of others.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ParserBenchmark {
    /// Place among [Peer#all].
    @Param({"0", "1", "2"})
    int peer;

    private Peer parser = Peer.all().getFirst();
    private List<String> statements = List.of();

    @Setup
    public void read() throws IOException {
        parser = Peer.all().get(peer);
        statements = ParserCorpus.t20();
    }

    @Benchmark
    @OperationsPerInvocation(ParseBenchmark.STATEMENTS)
    public void t20(Blackhole sink) throws Exception {
        for (String statement : statements) {
            sink.consume(parser.accepts(statement));
        }
    }
}
