package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER FOREIGN DATA WRAPPER.
public record AlterFdwStmt(String fdwname, List<DefElem> funcOptions, List<DefElem> options, Position at)
        implements UtilityStatement {
    public AlterFdwStmt {
        funcOptions = List.copyOf(funcOptions);
        options = List.copyOf(options);
    }
}
