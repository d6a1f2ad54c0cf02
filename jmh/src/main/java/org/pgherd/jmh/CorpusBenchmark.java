package org.pgherd.jmh;

import java.io.IOException;
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
import org.openjdk.jmh.annotations.Warmup;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.plpgsql.PlBody;
import org.pgherd.grammar.plpgsql.PlpgsqlParser;
import org.pgherd.jmh.parser.ParserCorpus;

/// Percentiles over PostgreSQL's own statements and bodies; needs the corpora.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class CorpusBenchmark {
    private List<String> statements = List.of();
    private List<String> bodies = List.of();
    private int statement;
    private int body;

    @Setup
    public void read() throws IOException {
        ParserCorpus corpus = ParserCorpus.find().orElseThrow(() -> new IOException("no corpora (-Dpgherd.corpora)"));
        statements = corpus.accepted();
        bodies = corpus.bodies();
    }

    @Benchmark
    public Object statement() {
        statement = statement + 1 == statements.size() ? 0 : statement + 1;
        return SqlParser.parse(statements.get(statement));
    }

    @Benchmark
    public PlBody body() {
        body = body + 1 == bodies.size() ? 0 : body + 1;
        return PlpgsqlParser.parse(bodies.get(body));
    }
}
