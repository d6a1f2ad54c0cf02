package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// An aggregate call.
/// @param directArgs arguments of an ordered-set aggregate that are evaluated once per group
/// @param args aggregated arguments, and as junk entries what `order` needs beside them
/// @param levelsUp the query it belongs to: 0 the one it stands in
public record Aggref(
        int aggFnOid,
        String name,
        Kind kind,
        List<Expr> directArgs,
        List<TargetEntry> args,
        List<SortGroupClause> order,
        List<SortGroupClause> distinct,
        @Nullable Expr filter,
        boolean star,
        boolean variadic,
        int levelsUp,
        SqlType type,
        int inputCollation,
        Position at)
        implements Expr {
    public Aggref {
        directArgs = List.copyOf(directArgs);
        args = List.copyOf(args);
        order = List.copyOf(order);
        distinct = List.copyOf(distinct);
    }

    public Aggref withLevelsUp(int levels) {
        return new Aggref(
                aggFnOid,
                name,
                kind,
                directArgs,
                args,
                order,
                distinct,
                filter,
                star,
                variadic,
                levels,
                type,
                inputCollation,
                at);
    }

    /// Plain, `WITHIN GROUP`, or hypothetical-set (pg_aggregate.aggkind).
    public enum Kind {
        NORMAL,
        ORDERED_SET,
        HYPOTHETICAL
    }
}
