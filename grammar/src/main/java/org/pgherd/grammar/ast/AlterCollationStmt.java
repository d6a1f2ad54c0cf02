package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER COLLATION REFRESH VERSION.
public record AlterCollationStmt(List<String> collname, Position at) implements UtilityStatement {
    public AlterCollationStmt {
        collname = List.copyOf(collname);
    }
}
