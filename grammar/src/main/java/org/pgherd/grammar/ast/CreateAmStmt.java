package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE ACCESS METHOD: 'i' or 't'.
public record CreateAmStmt(String amname, List<String> handlerName, char amtype, Position at)
        implements UtilityStatement {
    public CreateAmStmt {
        handlerName = List.copyOf(handlerName);
    }
}
