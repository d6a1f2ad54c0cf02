package org.pgherd.gateway.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.client.WireResult;

/// The shell on a terminal: line editing, history in `~/.pgherd_history`, completion of keywords and names, Ctrl-C
/// cancels the running statement.
public final class InteractiveShell {
    private static final List<String> WORDS = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "GROUP BY",
            "ORDER BY",
            "HAVING",
            "LIMIT",
            "JOIN",
            "LEFT JOIN",
            "INSERT INTO",
            "VALUES",
            "UPDATE",
            "DELETE FROM",
            "CREATE TABLE",
            "DROP TABLE",
            "EXPLAIN (SHARDED)",
            "BEGIN",
            "COMMIT",
            "ROLLBACK",
            "SET pgherd.max_pushdown",
            "WITH (pgherd.shard_by = 'hash(",
            "COPY",
            "\\d",
            "\\dt",
            "\\df",
            "\\x",
            "\\timing",
            "\\i",
            "\\q");
    private static final String NAMES = "SELECT relname FROM pg_catalog.pg_class WHERE relkind IN ('r','p','v','m') "
            + "AND pg_catalog.pg_table_is_visible(oid) AND relname !~ '^pg_'";

    private final Shell shell;
    private final WireClient client;

    public InteractiveShell(Shell shell) {
        this.shell = shell;
        this.client = shell.client();
    }

    public void run() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            terminal.handle(Terminal.Signal.INT, _ -> cancel());
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("pgherd")
                    .completer(new StringsCompleter(this::candidates))
                    .variable(LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), ".pgherd_history"))
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            loop(reader);
        }
    }

    private void loop(LineReader reader) throws IOException {
        StringBuilder pending = new StringBuilder();
        while (!shell.hasQuit()) {
            StatementScanner.Cut before = shell.cut(pending);
            String line;
            try {
                line = reader.readLine(prompt(before));
            } catch (UserInterruptException e) {
                pending.setLength(0);
                continue;
            } catch (EndOfFileException e) {
                return;
            }
            if (line.startsWith("\\") && !before.hasContent()) {
                shell.run(line);
                continue;
            }
            pending.append(line).append('\n');
            StatementScanner.Cut cut = shell.cut(pending);
            for (String statement : cut.statements()) {
                shell.send(statement, List.of());
            }
            pending.setLength(0);
            if (cut.hasContent()) {
                pending.append(cut.rest());
            }
        }
    }

    /// As psql's `%/%R%x%# `.
    private String prompt(StatementScanner.Cut before) {
        char kind = !before.hasContent() ? '=' : before.isOpen() ? '(' : '-';
        String transaction = switch (client.transactionStatus()) {
            case 'T' -> "*";
            case 'E' -> "!";
            default -> "";
        };
        return "herd" + kind + transaction + "# ";
    }

    private List<String> candidates() {
        List<String> all = new ArrayList<>(WORDS);
        try {
            if (client.transactionStatus() != 'E' && client.one(NAMES) instanceof WireResult.Rows names) {
                names.rows().forEach(row -> all.add(String.valueOf(row[0])));
            }
        } catch (IOException e) {
            // completion is a courtesy; the next statement will tell what is wrong
            return all;
        }
        return all;
    }

    private void cancel() {
        try {
            client.cancel();
        } catch (IOException e) {
            // nothing runs there any more
            return;
        }
    }
}
