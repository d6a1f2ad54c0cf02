package org.pgherd.gateway.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.client.WireResult;

/// Runs text as psql does, statement by statement, with the backslash commands that people type most.
public final class Shell {
    private static final String HELP = """
            \\d [NAME]   relations, or one relation's columns     \\dt \\dv \\di \\ds \\dn \\df   lists of one kind
            \\x          expanded output on and off               \\timing   time of each statement
            \\i FILE     runs a file                              \\conninfo   the connection
            \\q          quits                                    \\?        this""";

    private final WireClient client;
    private final PrintStream out;
    private final PrintStream err;
    private final ResultPrinter printer;
    private String running = "";
    private boolean timing;
    private boolean failed;
    private boolean quit;

    public Shell(WireClient client, PrintStream out, PrintStream err) {
        this.client = client;
        this.out = out;
        this.err = err;
        this.printer = new ResultPrinter(out, err);
        client.onNotice(notice -> printer.message(notice, running));
    }

    /// Whether any statement or command has failed so far.
    public boolean hasFailed() {
        return failed;
    }

    /// Whether `\q` was given.
    public boolean hasQuit() {
        return quit;
    }

    public WireClient client() {
        return client;
    }

    /// Sends a text as it is, in one message; or runs it if it is a backslash command.
    public void run(String sql) throws IOException {
        if (sql.stripLeading().startsWith("\\")) {
            command(sql.strip());
        } else {
            send(sql, List.of());
        }
    }

    /// Runs the statements and backslash commands of a file; lines after a COPY FROM STDIN are its data, up to `\.`.
    public void runFile(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            complain(file + ": No such file or directory");
            return;
        }
        runLines(lines.iterator());
    }

    public void runLines(Iterator<String> lines) throws IOException {
        StringBuilder pending = new StringBuilder();
        while (lines.hasNext() && !quit) {
            String line = lines.next();
            if (line.startsWith("\\") && !cut(pending).hasContent()) {
                command(line.strip());
                continue;
            }
            pending.append(line).append('\n');
            if (line.indexOf(';') >= 0) {
                StatementScanner.Cut cut = cut(pending);
                for (String statement : cut.statements()) {
                    send(statement, readsStdin(statement) ? copyData(lines) : List.of());
                }
                pending.setLength(0);
                pending.append(cut.rest());
            }
        }
        StatementScanner.Cut cut = cut(pending);
        if (cut.hasContent() && !quit) {
            send(cut.rest(), List.of());
        }
    }

    /// Cut as the server, which has told its settings, reads strings.
    StatementScanner.Cut cut(CharSequence pending) {
        return StatementScanner.cut(pending.toString(), !"off".equals(client.setting("standard_conforming_strings")));
    }

    private static boolean readsStdin(String statement) {
        String lower = statement.toLowerCase(Locale.ROOT);
        return lower.startsWith("copy") && lower.matches("(?s)copy\\b.*\\bfrom\\s+stdin\\b.*");
    }

    private static List<String> copyData(Iterator<String> lines) {
        List<String> data = new ArrayList<>();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.equals("\\.")) {
                break;
            }
            data.add(line);
        }
        return data;
    }

    /// @param copyLines rows for a COPY FROM STDIN
    void send(String sql, List<String> copyLines) throws IOException {
        running = sql;
        long begin = System.nanoTime();
        List<WireResult> results = client.query(sql, copyLines);
        double millis = (System.nanoTime() - begin) / 1e6;
        failed |= !printer.print(sql, results);
        if (timing) {
            out.printf(Locale.ROOT, "Time: %.3f ms%n", millis);
        }
    }

    private void command(String line) throws IOException {
        String[] words = line.split("\\s+", 2);
        String argument = words.length > 1 ? words[1].strip() : "";
        switch (words[0].replace("+", "")) {
            case "\\q" -> quit = true;
            case "\\x" -> out.println("Expanded display is " + (printer.toggleExpanded() ? "on." : "off."));
            case "\\timing" -> {
                timing = !timing;
                out.println("Timing is " + (timing ? "on." : "off."));
            }
            case "\\i" -> runFile(Path.of(argument));
            case "\\conninfo" ->
                out.println("You are connected to a herd, server version " + client.setting("server_version")
                        + ", as user \"" + client.setting("session_authorization") + "\".");
            case "\\d" -> {
                if (argument.isEmpty()) {
                    list(CatalogQuery.RELATIONS);
                } else {
                    describe(argument.replaceAll(";$", ""));
                }
            }
            case "\\dt" -> list(CatalogQuery.TABLES);
            case "\\dv" -> list(CatalogQuery.VIEWS);
            case "\\di" -> list(CatalogQuery.INDEXES);
            case "\\ds" -> list(CatalogQuery.SEQUENCES);
            case "\\dn" -> list(CatalogQuery.SCHEMAS);
            case "\\df" -> list(CatalogQuery.FUNCTIONS);
            case "\\?" -> out.println(HELP);
            default -> complain("invalid command " + words[0] + "\nTry \\? for help.");
        }
        out.flush();
    }

    private void complain(String message) {
        failed = true;
        err.println(message);
    }

    private void list(CatalogQuery query) throws IOException {
        List<WireResult> results = client.query(query.sql());
        if (results.size() == 1
                && results.getFirst() instanceof WireResult.Rows rows
                && rows.rows().isEmpty()) {
            err.println("Did not find any " + query.title().replaceFirst("List of ", "") + ".");
            return;
        }
        out.println(" ".repeat(6) + query.title());
        failed |= !printer.print(query.sql(), results);
    }

    private void describe(String relation) throws IOException {
        String sql = CatalogQuery.columnsOf(relation);
        List<WireResult> results = client.query(sql);
        if (results.getLast() instanceof WireResult.Failure) {
            complain("Did not find any relation named \"" + relation + "\".");
            return;
        }
        out.println("   Relation \"" + relation + "\"");
        printer.print(sql, results);
        if (client.one(CatalogQuery.indexesOf(relation)) instanceof WireResult.Rows indexes
                && !indexes.rows().isEmpty()) {
            out.println("Indexes:");
            indexes.rows()
                    .forEach(row -> out.println("    \"" + row[0] + "\""
                            + ("t".equals(row[1]) ? " PRIMARY KEY," : "t".equals(row[2]) ? " UNIQUE," : "") + " "
                            + String.valueOf(row[3]).replaceFirst(".* USING ", "")));
            out.println();
        }
    }
}
