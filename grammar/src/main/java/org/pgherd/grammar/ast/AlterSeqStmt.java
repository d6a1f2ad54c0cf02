package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER SEQUENCE.
public record AlterSeqStmt(RangeVar sequence, List<DefElem> options, boolean missingOk, Position at)
        implements UtilityStatement {
    public AlterSeqStmt {
        options = List.copyOf(options);
    }
}
