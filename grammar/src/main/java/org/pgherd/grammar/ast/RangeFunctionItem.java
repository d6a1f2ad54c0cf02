package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// One function of a [RangeFunction].
public record RangeFunctionItem(Expr function, List<ColumnDef> coldeflist, Position at) implements Node {
    public RangeFunctionItem {
        coldeflist = List.copyOf(coldeflist);
    }
}
