package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// CYCLE columns SET markColumn TO markValue DEFAULT markDefault USING pathColumn.
public record CycleClause(
        List<String> columns,
        String markColumn,
        Expr markValue,
        Expr markDefault,
        String pathColumn,
        SqlType markType,
        int markEqualOp,
        Position at) {
    public CycleClause {
        columns = List.copyOf(columns);
    }
}
