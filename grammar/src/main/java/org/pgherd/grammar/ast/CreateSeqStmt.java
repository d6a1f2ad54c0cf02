package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE SEQUENCE.
public record CreateSeqStmt(RangeVar sequence, List<DefElem> options, boolean ifNotExists, Position at)
        implements UtilityStatement {
    public CreateSeqStmt {
        options = List.copyOf(options);
    }
}
