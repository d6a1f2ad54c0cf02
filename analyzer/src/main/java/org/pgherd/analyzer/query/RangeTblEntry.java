package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// An entry of a query's range table.
///
/// Names: `alias` is what the user wrote, `eref` what is in force (all columns named).
/// Columns' types and collations are found here whatever the kind, so that a Var can be made for any of them.
public sealed interface RangeTblEntry
        permits RteRelation, RteSubquery, RteJoin, RteFunction, RteValues, RteCte, RteNamedTuplestore, RteResult {
    @Nullable
    Alias alias();

    Alias eref();

    boolean lateral();
    /// Whether the user wrote it in FROM (and may refer to it by name).
    boolean inFromClause();
    /// Types of the columns, dropped ones included (as type 0).
    List<SqlType> columnTypes();

    default int columnCount() {
        return columnTypes().size();
    }
}
