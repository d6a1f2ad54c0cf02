package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// JSON_EXISTS, JSON_QUERY, JSON_VALUE.
public record JsonFuncExpr(
        JsonExprOp op,
        @Nullable String columnName,
        JsonValueExpr contextItem,
        Expr pathspec,
        List<JsonArgument> passing,
        @Nullable JsonOutput output,
        @Nullable JsonBehavior onEmpty,
        @Nullable JsonBehavior onError,
        JsonWrapper wrapper,
        JsonQuotes quotes,
        Position at)
        implements Expr {
    public JsonFuncExpr {
        passing = List.copyOf(passing);
    }
}
