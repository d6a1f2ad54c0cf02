package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// XMLTABLE; a namespace without a name is the DEFAULT.
public record RangeTableFunc(
        boolean lateral,
        Expr docexpr,
        Expr rowexpr,
        List<ResTarget> namespaces,
        List<RangeTableFuncCol> columns,
        @Nullable Alias alias,
        Position at)
        implements FromItem {
    public RangeTableFunc {
        namespaces = List.copyOf(namespaces);
        columns = List.copyOf(columns);
    }
}
