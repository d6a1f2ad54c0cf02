package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// BEGIN ATOMIC ... END, the body of a SQL-standard function (PostgreSQL keeps a list of a list here).
public record AtomicBlock(List<Statement> statements, Position at) implements UtilityStatement {
    public AtomicBlock {
        statements = List.copyOf(statements);
    }
}
