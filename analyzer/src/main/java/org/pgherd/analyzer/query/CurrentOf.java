package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `WHERE CURRENT OF cursor`.
public record CurrentOf(int varno, String cursorName, Position at) implements Expr {
    @Override
    public SqlType type() {
        return SqlType.BOOL;
    }
}
