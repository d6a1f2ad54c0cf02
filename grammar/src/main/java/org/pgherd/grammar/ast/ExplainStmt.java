package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// EXPLAIN; any option name is kept.
public record ExplainStmt(Statement query, List<DefElem> options, Position at) implements UtilityStatement {
    public ExplainStmt {
        options = List.copyOf(options);
    }
}
