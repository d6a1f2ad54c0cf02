package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A table of a publication.
public record PublicationTable(RangeVar relation, @Nullable Expr whereClause, List<String> columns, Position at)
        implements Node {
    public PublicationTable {
        columns = List.copyOf(columns);
    }
}
