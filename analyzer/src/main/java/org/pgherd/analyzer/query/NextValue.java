package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// The next value of an identity column's sequence (NextValueExpr); `sequence` is the sequence's oid.
public record NextValue(int sequence, SqlType type) implements Expr {
    @Override
    public Position at() {
        return Position.NONE;
    }
}
