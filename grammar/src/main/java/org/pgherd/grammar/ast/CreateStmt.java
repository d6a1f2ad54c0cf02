package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE TABLE.
public record CreateStmt(
        RangeVar relation,
        List<TableElement> tableElts,
        List<RangeVar> inhRelations,
        @Nullable PartitionBoundSpec partbound,
        @Nullable PartitionSpec partspec,
        @Nullable TypeName ofTypename,
        List<DefElem> options,
        OnCommitAction oncommit,
        @Nullable String tablespacename,
        @Nullable String accessMethod,
        boolean ifNotExists,
        Position at)
        implements UtilityStatement {
    public CreateStmt {
        tableElts = List.copyOf(tableElts);
        inhRelations = List.copyOf(inhRelations);
        options = List.copyOf(options);
    }
}
