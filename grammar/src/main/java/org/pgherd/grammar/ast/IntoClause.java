package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// The table that SELECT INTO or CREATE TABLE AS makes.
public record IntoClause(
        RangeVar rel,
        List<String> colNames,
        @Nullable String accessMethod,
        List<DefElem> options,
        OnCommitAction onCommit,
        @Nullable String tableSpaceName,
        boolean skipData,
        Position at)
        implements Node {
    public IntoClause {
        colNames = List.copyOf(colNames);
        options = List.copyOf(options);
    }
}
