package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.semantics.type.SqlType;

/// A set operation over two branches.
/// @param groupClauses how columns compare; empty for ALL
public record SetOperationStmt(
        Op op,
        boolean all,
        SetOperationTree left,
        SetOperationTree right,
        List<SqlType> columnTypes,
        List<SortGroupClause> groupClauses)
        implements SetOperationTree {
    public SetOperationStmt {
        columnTypes = List.copyOf(columnTypes);
        groupClauses = List.copyOf(groupClauses);
    }

    public SetOperationStmt withInputs(SetOperationTree newLeft, SetOperationTree newRight) {
        return new SetOperationStmt(op, all, newLeft, newRight, columnTypes, groupClauses);
    }

    /// Which operation.
    public enum Op {
        UNION,
        INTERSECT,
        EXCEPT
    }
}
