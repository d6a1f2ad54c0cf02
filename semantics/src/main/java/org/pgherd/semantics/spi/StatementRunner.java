package org.pgherd.semantics.spi;

import org.pgherd.errors.Notice;
import org.pgherd.semantics.function.FunctionContext;

/// Runs SQL inside a routine, within the session's transaction. The role of spi.c.
public interface StatementRunner {
    /// Analyzes one statement. Plans are cached behind this; preparing the same text again is cheap.
    /// Errors have positions in `sql`.
    PreparedStatement prepare(String sql, VariableScope variables);

    /// Analyzes `target := expression` where the target is a part of a variable, an element, a slice or a field: the
    /// statement's one column is what the whole variable becomes (RAW_PARSE_PLPGSQL_ASSIGN).
    ///
    /// @param names how many leading names of `sql` name the variable, 1 to 3
    PreparedStatement prepareAssignment(String sql, int names, VariableScope variables);

    /// What plans depend on besides the definitions: the role, the search path, settings. Equal as long as they are.
    String planKey();

    /// A savepoint for a block with an EXCEPTION clause.
    Subtransaction beginSubtransaction();

    /// COMMIT in a procedure; `chain` keeps the characteristics.
    void commit(boolean chain);

    void rollback(boolean chain);

    /// Whether COMMIT and ROLLBACK are forbidden here.
    boolean isAtomic();

    void notice(Notice notice);

    /// Throws 57014 if the client has asked to stop or the time is up: a loop may have no statement that would notice.
    void checkCancelled();

    FunctionContext context();

    /// An open cursor (portal) by name; null if there is none.
    @org.jspecify.annotations.Nullable
    Cursor cursor(String name);

    /// An inner transaction; exactly one of the two is called.
    interface Subtransaction {
        void release();

        /// Undoes everything since the beginning, cursors included.
        void rollback();
    }
}
