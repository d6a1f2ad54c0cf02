package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// A transition table of a trigger.
public record RteNamedTuplestore(
        String name, List<SqlType> columnTypes, @Nullable Alias alias, Alias eref, boolean inFromClause)
        implements RangeTblEntry {
    public RteNamedTuplestore {
        columnTypes = List.copyOf(columnTypes);
    }

    @Override
    public boolean lateral() {
        return false;
    }
}
