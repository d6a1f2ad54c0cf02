package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER OPERATOR SET.
public record AlterOperatorStmt(ObjectWithArgs opername, List<DefElem> options, Position at)
        implements UtilityStatement {
    public AlterOperatorStmt {
        options = List.copyOf(options);
    }
}
