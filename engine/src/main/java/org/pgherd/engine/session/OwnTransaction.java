package org.pgherd.engine.session;

import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TransactionStmt;

/// Statements of a script that must not find an implicit transaction begun for them.
final class OwnTransaction {
    private OwnTransaction() {}

    static boolean ends(Statement statement) {
        return statement instanceof TransactionStmt;
    }
}
