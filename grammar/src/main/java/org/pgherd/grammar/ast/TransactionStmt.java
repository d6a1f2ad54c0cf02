package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// BEGIN, COMMIT, SAVEPOINT...
public record TransactionStmt(
        TransactionStmtKind kind,
        List<DefElem> options,
        @Nullable String savepointName,
        @Nullable String gid,
        boolean chain,
        Position at)
        implements UtilityStatement {
    public TransactionStmt {
        options = List.copyOf(options);
    }
}
