package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;

/// SEARCH BREADTH | DEPTH FIRST BY columns SET sequenceColumn.
public record SearchClause(List<String> columns, boolean breadthFirst, String sequenceColumn, Position at) {
    public SearchClause {
        columns = List.copyOf(columns);
    }
}
