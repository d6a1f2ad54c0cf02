package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// A reference to a WITH query.
/// @param levelsUp how many query levels out its WITH stands
/// @param selfReference the recursive reference in its own definition
public record RteCte(
        String cteName,
        int levelsUp,
        boolean selfReference,
        List<SqlType> columnTypes,
        @Nullable Alias alias,
        Alias eref,
        boolean inFromClause)
        implements RangeTblEntry {
    public RteCte {
        columnTypes = List.copyOf(columnTypes);
    }

    @Override
    public boolean lateral() {
        return false;
    }
}
