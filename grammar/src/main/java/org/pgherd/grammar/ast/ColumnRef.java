package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// A possibly qualified column, or `fields.*`; `*` alone has no fields.
public record ColumnRef(List<String> fields, boolean star, Position at) implements Expr {
    public ColumnRef {
        fields = List.copyOf(fields);
    }
}
