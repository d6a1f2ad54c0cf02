package org.pgherd.gateway.protocol;

import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Script;
import org.pgherd.engine.Session;
import org.pgherd.engine.StatementResult;
import org.pgherd.semantics.vector.Batch;

/// The simple Query message: some statements in one text, each result in text form (postgres.c:exec_simple_query).
final class SimpleQuery {
    private static final int[] ALL_TEXT = {};

    private final Connection connection;
    private final Session session;
    private final MessageReader in;
    private final MessageWriter out;

    SimpleQuery(Connection connection, Session session, MessageReader in, MessageWriter out) {
        this.connection = connection;
        this.session = session;
        this.in = in;
        this.out = out;
    }

    void run(String sql) {
        connection.statementText(sql);
        try (Script script = session.script(sql)) {
            while (true) {
                try (StatementResult result = script.next()) {
                    if (result == null) {
                        return;
                    }
                    send(result);
                }
            }
        }
    }

    private void send(StatementResult result) {
        switch (result) {
            case StatementResult.Empty _ -> out.empty('I');
            case StatementResult.Command(String tag) -> CommandTag.send(out, tag);
            case StatementResult.Rows rows -> rows(rows);
            case StatementResult.CopyOut copy -> CopyExchange.out(copy, out);
            case StatementResult.CopyIn copy -> CopyExchange.in(copy, in, out);
        }
    }

    private void rows(StatementResult.Rows rows) {
        RowEncoder encoder = new RowEncoder(session, rows.columns(), ALL_TEXT);
        encoder.describe(out);
        for (@Nullable Batch batch = rows.next(); batch != null; batch = rows.next()) {
            encoder.rows(out, batch, 0, batch.rowCount());
        }
        CommandTag.send(out, rows.tag());
    }
}
