package org.pgherd.engine.session;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Script;
import org.pgherd.engine.StatementResult;
import org.pgherd.executor.transaction.TransactionOptions;
import org.pgherd.grammar.ast.RawStmt;

/// A simple Query's statements. Several of them are one implicit transaction, until one of them begins or ends a
/// transaction itself (postgres.c:exec_simple_query).
final class HerdScript implements Script {
    private final SessionState session;
    private final List<RawStmt> statements;
    private final Function<RawStmt, StatementResult> run;
    private int at;
    private @Nullable StatementResult previous;
    private boolean ended;
    /// Whether a statement has begun to run and has not come to its end well.
    private boolean failed;

    HerdScript(SessionState session, List<RawStmt> statements, Function<RawStmt, StatementResult> run) {
        this.session = session;
        this.statements = statements;
        this.run = run;
    }

    @Override
    public @Nullable StatementResult next() {
        if (statements.isEmpty() && at == 0) {
            at = 1;
            return new StatementResult.Empty();
        }
        StatementResult before = previous;
        if (before != null) {
            failed = true;
            before.close();
            previous = null;
            failed = false;
        }
        if (at >= statements.size()) {
            end(true);
            return null;
        }
        if (statements.size() > 1 && !OwnTransaction.ends(statements.get(at).stmt())) {
            session.transaction().beginImplicit(TransactionOptions.DEFAULT);
        }
        session.runsScript(statements.size() > 1);
        failed = true;
        StatementResult result = run.apply(statements.get(at++));
        failed = false;
        previous = result;
        return result;
    }

    private void end(boolean commit) {
        if (ended) {
            return;
        }
        ended = true;
        session.runsScript(false);
        if (session.transaction().inImplicit()) {
            boolean committed = false;
            try {
                session.transaction().endImplicit(commit);
                committed = commit;
            } finally {
                session.transactionEnded(committed);
            }
        }
    }

    @Override
    public void close() {
        StatementResult before = previous;
        previous = null;
        try {
            if (before != null) {
                before.close();
            }
        } finally {
            end(at >= statements.size() && before == null && !failed);
        }
    }
}
