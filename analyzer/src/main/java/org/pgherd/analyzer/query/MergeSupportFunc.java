package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `merge_action()` in the RETURNING list of MERGE.
public record MergeSupportFunc(Position at) implements Expr {
    @Override
    public SqlType type() {
        return SqlType.TEXT;
    }
}
