package org.pgherd.executor;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// What must happen once when a statement ends, well or badly.
final class StatementEnd {
    private final ExecutionContext context;
    /// Whether the statement runs in a transaction block of its own.
    private final boolean implicit;
    private final Runnable interruption;
    private boolean ended;

    StatementEnd(ExecutionContext context, boolean implicit) {
        this.context = context;
        this.implicit = implicit;
        this.interruption = context.transaction()::cancelRunning;
        context.cancel().onCancel(interruption);
    }

    boolean hasEnded() {
        return ended;
    }

    void succeeded() {
        if (ended) {
            return;
        }
        ended = true;
        context.cancel().removeAction(interruption);
        if (implicit) {
            context.transaction().endImplicit(true);
        }
    }

    /// Undoes the statement and gives the error to be thrown.
    RuntimeException failed(Throwable e) {
        if (!ended) {
            ended = true;
            context.cancel().removeAction(interruption);
            if (implicit) {
                context.transaction().endImplicit(false);
            } else {
                context.transaction().fail();
            }
        }
        return switch (e) {
            case SqlException sql -> interrupted(sql);
            case StackOverflowError _ ->
                new SqlException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded")
                        .withHint("Raise the stack size of the JVM's threads (-Xss) or simplify the statement.");
            case RuntimeException other -> other;
            case Error error -> throw error;
            default -> throw new AssertionError(e);
        };
    }

    /// A shard that we interrupted says that a user asked for it, whatever the reason was.
    private SqlException interrupted(SqlException e) {
        SqlException reason = context.cancel().reason();
        return reason != null && e.state().equals(SqlState.QUERY_CANCELED) ? reason : e;
    }
}
