package org.pgherd.jmh.parser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.build.ParserPool;
import org.pgherd.grammar.fingerprint.Fingerprint;
import org.pgherd.grammar.lexer.Retagger;
import org.pgherd.grammar.lexer.SqlLexer;
import org.pgherd.grammar.lexer.TokenBuffer;
import org.pgherd.grammar.plpgsql.PlpgsqlParser;

/// Measures our parsers and others in one process and writes docs/parser.md.
public final class ParserReport {
    private static final int PASSES = 20;
    private static final int SMALL = 2048;
    private final ParserCorpus corpus;
    private final List<String> t20;
    private final List<String> accepted;
    private final StringBuilder out = new StringBuilder();

    private ParserReport(ParserCorpus corpus) throws IOException {
        this.corpus = corpus;
        t20 = ParserCorpus.t20();
        accepted = corpus.accepted();
    }

    public static void main(String[] arguments) throws Exception {
        ParserCorpus corpus = ParserCorpus.find()
                .orElseThrow(() ->
                        new IOException("no corpora: -Dpgherd.corpora=FOLDER names the folder with parser/ in it"));
        Path target = Path.of(arguments.length > 0 ? arguments[0] : "docs/parser.md");
        String text = new ParserReport(corpus).report();
        Files.writeString(target, text);
        System.out.println(text);
    }

    private String report() throws Exception {
        out.append("# The parsers: agreement and speed\n\n")
                .append("Written by `jmh/parser-report` on JDK ")
                .append(Runtime.version().feature())
                .append(".")
                .append(
                        " Times are CPU microseconds of the measuring thread, the least of several passes; T20 are twenty OLTP "
                                + "statements, measured when the just-in-time compiler had come to rest. All parsers ran in this one process, one after the other.\n\n");
        List<Row> rows = new ArrayList<>();
        for (Peer peer : Peer.all()) {
            System.err.println("measuring " + peer.name() + " ...");
            rows.add(measure(peer));
        }
        out.append("## Agreement with PostgreSQL 18\n\n")
                .append(Agreement.table(corpus))
                .append('\n');
        out.append(
                        "LL fallbacks: 0. The parser predicts with SLL only; a statement that SLL refuses is refused, so every "
                                + "accepted one was parsed by SLL. Second passes with a token's tag taken back, over all corpora: ")
                .append(ParserPool.secondPasses())
                .append(".\n\n");
        out.append("## Beside other Java parsers\n\n").append(peers(rows)).append('\n');
        out.append("## Our parts\n\n").append(parts()).append('\n');
        out.append("## What is left of T20's time\n\n").append(profile());
        return out.toString();
    }

    /// What was measured of one parser.
    private record Row(
            String name,
            int accepted,
            double t20,
            double p50,
            double p99,
            double worst,
            double cold,
            double megabytes) {}

    private Row measure(Peer peer) throws Exception {
        CpuTime.sink = peer.accepts("SELECT 1");
        long before = CpuTime.used();
        long began = CpuTime.now();
        int taken = 0;
        for (String sql : accepted) {
            taken += peer.accepts(sql) ? 1 : 0;
        }
        double cold = (CpuTime.now() - began) / 1e9;
        double megabytes = (CpuTime.used() - before) / 1e6;
        double oltp = CpuTime.least(t20, PASSES, peer::accepts);
        double[] each = CpuTime.each(accepted, 5, peer::parse);
        double worst = 0;
        for (int i = 0; i < each.length; i++) {
            if (accepted.get(i).length() < SMALL) {
                worst = Math.max(worst, each[i]);
            }
        }
        return new Row(
                peer.name(),
                taken,
                oltp,
                CpuTime.percentile(each, 0.5),
                CpuTime.percentile(each, 0.99),
                worst,
                cold,
                megabytes);
    }

    private String peers(List<Row> rows) {
        StringBuilder table = new StringBuilder(
                "| parser | accepts of PostgreSQL's statements | T20 to tree | p50 | p99 | slowest under 2 kB | cold pass s | "
                        + "memory after it MB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (Row row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f %% | %.1f | %.1f | %.1f | %.0f | %.1f | %.1f |%n",
                    row.name,
                    100.0 * row.accepted / accepted.size(),
                    row.t20,
                    row.p50,
                    row.p99,
                    row.worst,
                    row.cold,
                    row.megabytes));
        }
        return table.append(
                        "\nThe first pass over all statements is the cold one; the memory is what the process holds on to "
                                + "after it. A parser that refuses a statement early is quick with it.\n")
                .toString();
    }

    private String parts() throws Exception {
        List<String> bodies = corpus.bodies();
        double fingerprint = CpuTime.least(t20, PASSES, Fingerprint::of);
        double[] validated = CpuTime.each(bodies, 5, body -> PlpgsqlParser.validate(body, null));
        double[] read = CpuTime.each(bodies, 5, PlpgsqlParser::parse);
        return "| part | µs |\n| --- | ---: |\n"
                + row("plan-cache key of a T20 statement", fingerprint)
                + row("PL/pgSQL body with all its SQL parsed, p50", CpuTime.percentile(validated, 0.5))
                + row("PL/pgSQL body with all its SQL parsed, p99", CpuTime.percentile(validated, 0.99))
                + row("PL/pgSQL body, SQL left as text, p50", CpuTime.percentile(read, 0.5))
                + row("PL/pgSQL body, SQL left as text, p99", CpuTime.percentile(read, 0.99))
                + "\nDFA states of our parser: " + ParserPool.cachedStates() + ".\n";
    }

    private static String row(String name, double microseconds) {
        return String.format(Locale.ROOT, "| %s | %.2f |%n", name, microseconds);
    }

    private String profile() throws Exception {
        TokenBuffer buffer = new TokenBuffer();
        Retagger retagger = new Retagger();
        double lexing = CpuTime.least(t20, PASSES, sql -> {
            SqlLexer.lex(buffer, sql, 0, sql.length());
            return buffer;
        });
        double tagging = CpuTime.least(t20, PASSES, sql -> {
            SqlLexer.lex(buffer, sql, 0, sql.length());
            return retagger.retag(buffer);
        });
        double whole = CpuTime.least(t20, PASSES, SqlParser::parse);
        StringBuilder text = new StringBuilder("| stage | µs | % |\n| --- | ---: | ---: |\n");
        stage(text, "lexer", lexing, whole);
        stage(text, "retagger", Math.max(0, tagging - lexing), whole);
        stage(text, "grammar and the AST it builds", Math.max(0, whole - tagging), whole);
        stage(text, "all", whole, whole);
        text.append("\n| T20 | tokens | µs | µs a token | allocated bytes |\n| ---: | ---: | ---: | ---: | ---: |\n");
        double[] each = CpuTime.each(t20, 2000, SqlParser::parse);
        for (int i = 0; i < t20.size(); i++) {
            String sql = t20.get(i);
            SqlLexer.lex(buffer, sql, 0, sql.length());
            text.append(String.format(
                    Locale.ROOT,
                    "| %d | %d | %.1f | %.2f | %d |%n",
                    i + 1,
                    buffer.size(),
                    each[i],
                    each[i] / buffer.size(),
                    CpuTime.allocated(() -> SqlParser.parse(sql))));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%nMean of the lines: %.1f µs.%n",
                        Arrays.stream(each).average().orElse(0)))
                .toString();
    }

    private static void stage(StringBuilder text, String name, double microseconds, double whole) {
        text.append(
                String.format(Locale.ROOT, "| %s | %.2f | %.0f |%n", name, microseconds, 100 * microseconds / whole));
    }
}
