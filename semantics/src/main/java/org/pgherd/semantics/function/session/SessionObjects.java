package org.pgherd.semantics.function.session;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.Text;

/// What a session keeps beside its settings: portals (portalmem.c:pg_cursor) and prepared statements
/// (prepare.c:pg_prepared_statement).
public final class SessionObjects {
    private SessionObjects() {}

    @PgFunction(oid = 2511)
    public static RowIterator pg_cursor(FunctionContext session) {
        return RowIterator.ofRows(session.openCursors().iterator());
    }

    @PgFunction(oid = 3035)
    public static RowIterator pg_listening_channels(FunctionContext session) {
        return RowIterator.ofValues(
                session.listeningChannels().stream().map(Text::of).iterator());
    }

    @PgFunction(oid = 2510)
    public static RowIterator pg_prepared_statement(FunctionContext session) {
        return RowIterator.ofRows(session.preparedStatements().iterator());
    }
}
