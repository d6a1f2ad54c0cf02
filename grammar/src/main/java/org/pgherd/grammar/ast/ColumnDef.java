package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A column. `rawDefault` is only used by ALTER COLUMN TYPE (USING); DEFAULT is one of the `constraints`.
public record ColumnDef(
        String colname,
        @Nullable TypeName typeName,
        @Nullable String compression,
        @Nullable String storageName,
        List<Constraint> constraints,
        @Nullable Expr rawDefault,
        @Nullable CollateClause collClause,
        List<DefElem> fdwoptions,
        Position at)
        implements TableElement {
    public ColumnDef {
        constraints = List.copyOf(constraints);
        fdwoptions = List.copyOf(fdwoptions);
    }
}
