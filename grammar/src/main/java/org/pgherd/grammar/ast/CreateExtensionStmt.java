package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE EXTENSION.
public record CreateExtensionStmt(String extname, boolean ifNotExists, List<DefElem> options, Position at)
        implements UtilityStatement {
    public CreateExtensionStmt {
        options = List.copyOf(options);
    }
}
