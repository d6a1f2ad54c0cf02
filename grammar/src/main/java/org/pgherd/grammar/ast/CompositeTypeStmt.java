package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE TYPE AS (...).
public record CompositeTypeStmt(RangeVar typevar, List<ColumnDef> coldeflist, Position at) implements UtilityStatement {
    public CompositeTypeStmt {
        coldeflist = List.copyOf(coldeflist);
    }
}
