package org.pgherd.gateway.protocol;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Prepared;
import org.pgherd.engine.Session;
import org.pgherd.engine.StatementResult;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.vector.Batch;

/// A bound statement that Execute runs, possibly some rows at a time (pquery.c, portalmem.c). A session has only one
/// result open: when something else is to run, an unfinished portal takes the rest of its rows into memory.
final class Portal {
    /// A statement that writes is run to its end, even if the client wants its rows in parts (PORTAL_ONE_RETURNING,
    /// PORTAL_ONE_MOD_WITH). One too many found costs memory only.
    private static final Pattern WRITES =
            Pattern.compile("\\b(INSERT|UPDATE|DELETE|MERGE|CALL)\\b", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final Prepared statement;
    private final @Nullable Object[] parameters;
    private final int[] formats;

    private @Nullable StatementResult result;
    private @Nullable RowEncoder encoder;
    private boolean started;
    private boolean finished;
    private boolean suspendedBefore;
    private String tag = "";

    private final Queue<Batch> kept = new ArrayDeque<>();
    private @Nullable Batch current;
    /// Rows of the current batch that were sent.
    private int sent;

    Portal(String name, Prepared statement, @Nullable Object[] parameters, int[] formats) {
        this.name = name;
        this.statement = statement;
        this.parameters = parameters;
        this.formats = formats;
    }

    Prepared statement() {
        return statement;
    }

    int[] formats() {
        return formats;
    }

    /// Whether it holds the session's one open result.
    boolean isOpen() {
        return result != null;
    }

    /// @param limit number of rows after which to pause, 0 for none
    void execute(Session session, int limit, MessageReader in, MessageWriter out) {
        if (finished) {
            again(out);
            return;
        }
        if (!started) {
            started = true;
            try {
                begin(session.execute(statement, parameters), in, out);
            } catch (Throwable failure) {
                finished = true;
                throw failure;
            }
            if (finished) {
                return;
            }
            StatementResult.Rows rows = openRows();
            if (limit > 0 && WRITES.matcher(statement.sql()).find()) {
                keepRest();
            }
            encoder = new RowEncoder(session, rows == null ? List.of() : rows.columns(), formats);
        }
        rows(limit, out);
    }

    /// A finished query has no more rows; a finished command cannot be repeated.
    private void again(MessageWriter out) {
        if (!tag.startsWith("SELECT")) {
            throw new SqlException(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "portal \"" + name + "\" cannot be run");
        }
        CommandTag.send(out, "SELECT 0");
    }

    private void begin(StatementResult opened, MessageReader in, MessageWriter out) {
        switch (opened) {
            case StatementResult.Rows rows -> {
                result = rows;
                return;
            }
            case StatementResult.Empty _ -> out.empty('I');
            case StatementResult.Command(String done) -> {
                tag = done;
                CommandTag.send(out, done);
            }
            case StatementResult.CopyOut copy -> {
                try (copy) {
                    CopyExchange.out(copy, out);
                }
            }
            case StatementResult.CopyIn copy -> {
                try (copy) {
                    CopyExchange.in(copy, in, out);
                }
            }
        }
        finished = true;
    }

    private void rows(int limit, MessageWriter out) {
        RowEncoder rowEncoder = encoder;
        if (rowEncoder == null) {
            throw new AssertionError("portal without rows");
        }
        int count = 0;
        while (true) {
            Batch batch = current;
            if (batch == null || sent == batch.rowCount()) {
                batch = nextBatch();
                current = batch;
                sent = 0;
                if (batch == null) {
                    break;
                }
            }
            int n = batch.rowCount() - sent;
            if (limit > 0) {
                n = Math.min(n, limit - count);
            }
            rowEncoder.rows(out, batch, sent, sent + n);
            sent += n;
            count += n;
            // as PostgreSQL: suspended even if, by chance, that was the last row
            if (limit > 0 && count == limit) {
                suspendedBefore = true;
                out.empty('s');
                return;
            }
        }
        finished = true;
        // a query that was paused counts the rows of its last part only
        CommandTag.send(out, suspendedBefore && tag.startsWith("SELECT") ? "SELECT " + count : tag);
    }

    private @Nullable Batch nextBatch() {
        Batch early = kept.poll();
        if (early != null) {
            return early;
        }
        StatementResult.Rows rows = openRows();
        if (rows == null) {
            return null;
        }
        Batch next = rows.next();
        if (next == null) {
            tag = rows.tag();
            close();
        }
        return next;
    }

    private StatementResult.@Nullable Rows openRows() {
        return result instanceof StatementResult.Rows rows ? rows : null;
    }

    /// Takes all rows that are still to come into memory, so that another statement can run.
    void keepRest() {
        StatementResult.Rows rows = openRows();
        if (rows != null) {
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                kept.add(batch);
            }
            tag = rows.tag();
            close();
        }
    }

    void close() {
        StatementResult open = result;
        result = null;
        if (open != null) {
            open.close();
        }
    }
}
