package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// SEARCH BREADTH or DEPTH FIRST.
public record CteSearchClause(
        List<String> searchColList, boolean searchBreadthFirst, String searchSeqColumn, Position at) implements Node {
    public CteSearchClause {
        searchColList = List.copyOf(searchColList);
    }
}
