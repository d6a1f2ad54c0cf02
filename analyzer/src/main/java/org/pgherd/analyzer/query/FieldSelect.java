package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// One field of a composite value; `fieldNum` is 1-based.
public record FieldSelect(Expr arg, int fieldNum, String name, SqlType type) implements Expr {
    @Override
    public Position at() {
        return arg.at();
    }
}
