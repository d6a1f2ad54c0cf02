package org.pgherd.gateway.shell;

import java.io.PrintStream;
import java.util.List;
import org.pgherd.gateway.client.WireMessage;
import org.pgherd.gateway.client.WireResult;
import org.pgherd.gateway.table.AlignedTable;
import org.pgherd.gateway.table.ExpandedTable;

/// Prints results as psql does: tables and tags on one stream, errors and notices on the other.
final class ResultPrinter {
    private final PrintStream out;
    private final PrintStream err;
    private boolean expanded;

    ResultPrinter(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    boolean toggleExpanded() {
        expanded = !expanded;
        return expanded;
    }

    /// @return false if one of them is a failure
    boolean print(String sql, List<WireResult> results) {
        boolean fine = true;
        for (WireResult result : results) {
            switch (result) {
                case WireResult.Rows rows -> {
                    out.print(
                            expanded
                                    ? ExpandedTable.of(rows.columns(), rows.rows())
                                    : AlignedTable.of(rows.columns(), rows.rows()));
                    // a command that returned rows shows its tag as well
                    if (!rows.tag().startsWith("SELECT") && isCount(rows.tag())) {
                        out.println(rows.tag());
                    }
                }
                case WireResult.Command(String tag) -> out.println(tag);
                case WireResult.Empty _ -> {}
                case WireResult.CopyOut copy -> copy.chunks().forEach(chunk -> out.write(chunk, 0, chunk.length));
                case WireResult.Failure(WireMessage error) -> {
                    fine = false;
                    out.flush();
                    message(error, sql);
                }
            }
        }
        out.flush();
        return fine;
    }

    private static boolean isCount(String tag) {
        return tag.startsWith("INSERT")
                || tag.startsWith("UPDATE")
                || tag.startsWith("DELETE")
                || tag.startsWith("MERGE");
    }

    void message(WireMessage message, String sql) {
        err.println(message.severity() + ":  " + message.message());
        int position = message.position();
        if (position > 0) {
            err.print(ErrorPlace.shown(sql, position));
        }
        optional("DETAIL:  ", message.field('D'));
        optional("HINT:  ", message.field('H'));
        optional("QUERY:  ", message.field('q'));
        if (message.severity().equals("ERROR")) {
            optional("CONTEXT:  ", message.field('W'));
        }
        err.flush();
    }

    private void optional(String label, String text) {
        if (!text.isEmpty()) {
            err.println(label + text);
        }
    }
}
