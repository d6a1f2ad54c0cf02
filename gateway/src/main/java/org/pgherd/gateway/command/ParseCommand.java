package org.pgherd.gateway.command;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.gateway.parse.JsonLines;
import org.pgherd.gateway.parse.Reader;
import org.pgherd.gateway.parse.Verdict;
import org.pgherd.gateway.parse.Wanted;
import org.pgherd.gateway.shell.ErrorPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pgherd parse`.
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description =
                "Parses SQL or PL/pgSQL as PostgreSQL does and says whether it is right, and where it is wrong. No server "
                        + "is needed. Texts are arguments, files, or standard input.")
final class ParseCommand implements Callable<Integer> {
    @Option(names = "--plpgsql", description = "the texts are PL/pgSQL bodies, or CREATE FUNCTION and DO")
    private boolean plpgsql;

    @Option(names = "--ast", description = "show the trees")
    private boolean ast;

    @Option(names = "--deparse", description = "show the SQL that the trees are written back as")
    private boolean deparse;

    @Option(names = "--grouping", description = "show the first expression with parentheses around every operation")
    private boolean grouping;

    @Option(
            names = "--jsonl",
            paramLabel = "FILE",
            description =
                    "answer each line of this file (- is standard input), an object with \"sql\" (or \"body\" for "
                            + "--plpgsql), by a line {\"accepted\":..,\"error\":..,\"cursor\":..,\"us\":..}")
    private @Nullable String lines;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "parse each text N times and show the fastest time (default 1)")
    private int repeat;

    @Parameters(arity = "0..*", paramLabel = "TEXT|FILE", description = "SQL, or a file with SQL")
    private List<String> texts = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Wanted wanted = new Wanted(plpgsql, ast, deparse, grouping, repeat);
        String from = lines;
        if (from != null) {
            if (!texts.isEmpty()) {
                throw new CommandFailure("--jsonl reads its own texts: none can be given beside it");
            }
            try (InputStream in = from.equals("-") ? System.in : new FileInputStream(from);
                    FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
                new JsonLines(wanted).run(in, out);
            }
            return ExitCode.FINE;
        }
        List<String> given = new ArrayList<>();
        for (String text : texts) {
            given.add(content(text));
        }
        if (texts.isEmpty()) {
            given.add(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Reader reader = new Reader(wanted);
        boolean allAccepted = true;
        for (String text : given) {
            allAccepted &= show(text, reader.read(text));
        }
        return allAccepted ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    private static String content(String text) throws IOException {
        try {
            Path file = Path.of(text);
            return Files.isRegularFile(file) ? Files.readString(file) : text;
        } catch (InvalidPathException e) {
            return text;
        }
    }

    private boolean show(String text, Verdict verdict) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        SqlException error = verdict.error();
        if (error != null) {
            PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            err.println("ERROR:  " + error.message());
            Integer cursor = verdict.cursor();
            if (cursor != null) {
                err.print(ErrorPlace.shown(text, cursor));
            }
            String hint = error.fields().hint();
            if (hint != null) {
                err.println("HINT:  " + hint);
            }
            return false;
        }
        if (!ast && !deparse && !grouping) {
            out.printf(Locale.ROOT, "accepted, %.1f us%n", verdict.nanos() / 1000.0);
        }
        for (String part : new @Nullable String[] {verdict.grouping(), verdict.ast(), verdict.deparse()}) {
            if (part != null) {
                out.println(part.stripTrailing());
            }
        }
        return true;
    }
}
