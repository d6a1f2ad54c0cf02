package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// `GROUPING(...)`.
/// @param refs sortGroupRef of each argument among the query's group clauses
public record GroupingFunc(List<Expr> args, List<Integer> refs, int levelsUp, Position at) implements Expr {
    public GroupingFunc {
        args = List.copyOf(args);
        refs = List.copyOf(refs);
    }

    public GroupingFunc withLevelsUp(int levels) {
        return new GroupingFunc(args, refs, levels, at);
    }

    @Override
    public SqlType type() {
        return SqlType.INT4;
    }
}
