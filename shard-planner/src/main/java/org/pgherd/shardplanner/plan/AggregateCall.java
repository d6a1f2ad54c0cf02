package org.pgherd.shardplanner.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.semantics.type.SqlType;

/// A call of an aggregate function.
///
/// @param function oid in pg_proc
/// @param directArguments of ordered-set and hypothetical-set aggregates
/// @param arguments the aggregated arguments over the child's row; empty for `count(*)`. Those of `orderBy` that
///     are
///     not arguments of the function follow at the end: the function takes the first `argumentCount`
/// @param orderBy keys whose column is a 1-based position in `arguments`
/// @param distinct keys whose column is a 1-based position in `arguments`; empty without DISTINCT
/// @param filter condition of FILTER, null if none
/// @param orderedSet whether WITHIN GROUP was used: then `orderBy` sorts the arguments
/// @param variadic whether the last argument is an array passed with VARIADIC
public record AggregateCall(
        int function,
        List<Expr> directArguments,
        List<Expr> arguments,
        int argumentCount,
        List<SortKey> orderBy,
        List<GroupKey> distinct,
        @Nullable Expr filter,
        boolean orderedSet,
        boolean variadic,
        int inputCollation,
        SqlType type) {
    public AggregateCall {
        directArguments = List.copyOf(directArguments);
        arguments = List.copyOf(arguments);
        orderBy = List.copyOf(orderBy);
        distinct = List.copyOf(distinct);
    }

    public AggregateCall withDirectArguments(List<Expr> changed) {
        return new AggregateCall(
                function,
                changed,
                arguments,
                argumentCount,
                orderBy,
                distinct,
                filter,
                orderedSet,
                variadic,
                inputCollation,
                type);
    }
}
