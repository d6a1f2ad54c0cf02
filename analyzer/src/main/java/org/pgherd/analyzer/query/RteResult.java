package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// One row without columns: stands where planning left an empty FROM.
public record RteResult(Alias eref) implements RangeTblEntry {
    @Override
    public @Nullable Alias alias() {
        return null;
    }

    @Override
    public boolean lateral() {
        return false;
    }

    @Override
    public boolean inFromClause() {
        return false;
    }

    @Override
    public List<SqlType> columnTypes() {
        return List.of();
    }
}
