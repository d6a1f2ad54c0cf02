package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE FOREIGN DATA WRAPPER.
public record CreateFdwStmt(String fdwname, List<DefElem> funcOptions, List<DefElem> options, Position at)
        implements UtilityStatement {
    public CreateFdwStmt {
        funcOptions = List.copyOf(funcOptions);
        options = List.copyOf(options);
    }
}
