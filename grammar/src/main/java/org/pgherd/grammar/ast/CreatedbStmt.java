package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE DATABASE.
public record CreatedbStmt(String dbname, List<DefElem> options, Position at) implements UtilityStatement {
    public CreatedbStmt {
        options = List.copyOf(options);
    }
}
