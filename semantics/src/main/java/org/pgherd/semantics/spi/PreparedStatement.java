package org.pgherd.semantics.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// A statement inside a routine, analyzed.
public interface PreparedStatement {
    /// Columns of its rows; empty if it gives none.
    List<Column> columns();

    /// True for SELECT, VALUES, and others that give rows, RETURNING included.
    boolean returnsRows();

    /// True for INSERT, UPDATE, DELETE, MERGE (found behind WITH too).
    boolean isModifying();

    /// The word of its command tag (`SELECT`, `INSERT`...).
    String commandName();

    /// Runs it. Rows are produced as they are read; the statement is complete once they are read or closed.
    ///
    /// @param values by [VariableScope.Variable#slot]
    /// @param readOnly inside a routine that is not volatile: writing is an error, the snapshot is the caller's
    Result execute(@Nullable Object[] values, boolean readOnly);

    /// Opens a cursor over it.
    Cursor open(@Nullable String name, @Nullable Object[] values, boolean scroll, boolean readOnly);

    /// A column of the result.
    record Column(String name, SqlType type) {}
}
