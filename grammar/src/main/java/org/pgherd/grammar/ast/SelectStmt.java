package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A SELECT, a VALUES list (`valuesLists` not empty) or, if `op` is not NONE, a set operation of `larg` and `rarg`.
/// `distinct` without `distinctClause` is plain DISTINCT; with it, DISTINCT ON. `LIMIT ALL` is a [NullConst].
/// TABLE x arrives as SELECT * FROM x.
/// `groupClause` holds [Expr] and [GroupingSet].
public record SelectStmt(
        boolean distinct,
        List<Expr> distinctClause,
        @Nullable IntoClause intoClause,
        List<ResTarget> targetList,
        List<FromItem> fromClause,
        @Nullable Expr whereClause,
        List<Node> groupClause,
        boolean groupDistinct,
        @Nullable Expr havingClause,
        List<WindowDef> windowClause,
        List<ExprList> valuesLists,
        List<SortBy> sortClause,
        @Nullable Expr limitOffset,
        @Nullable Expr limitCount,
        LimitOption limitOption,
        List<LockingClause> lockingClause,
        @Nullable WithClause withClause,
        SetOperation op,
        boolean all,
        @Nullable SelectStmt larg,
        @Nullable SelectStmt rarg,
        Position at)
        implements Query {
    public SelectStmt {
        distinctClause = List.copyOf(distinctClause);
        targetList = List.copyOf(targetList);
        fromClause = List.copyOf(fromClause);
        groupClause = List.copyOf(groupClause);
        windowClause = List.copyOf(windowClause);
        valuesLists = List.copyOf(valuesLists);
        sortClause = List.copyOf(sortClause);
        lockingClause = List.copyOf(lockingClause);
    }
}
