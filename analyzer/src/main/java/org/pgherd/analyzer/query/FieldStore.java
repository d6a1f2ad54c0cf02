package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A composite value with some fields replaced (assignment to `col.field`).
public record FieldStore(Expr arg, List<Expr> newVals, List<Integer> fieldNums, SqlType type) implements Expr {
    public FieldStore {
        newVals = List.copyOf(newVals);
        fieldNums = List.copyOf(fieldNums);
    }

    @Override
    public Position at() {
        return arg.at();
    }
}
