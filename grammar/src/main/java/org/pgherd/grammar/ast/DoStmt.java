package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// DO: options as and language.
public record DoStmt(List<DefElem> args, Position at) implements UtilityStatement {
    public DoStmt {
        args = List.copyOf(args);
    }
}
