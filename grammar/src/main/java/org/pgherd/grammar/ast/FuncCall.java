package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A function call, or SQL syntax that stands for one (`funcformat` SQL_SYNTAX: EXTRACT, AT TIME ZONE,
/// SUBSTRING FROM...).
public record FuncCall(
        List<String> funcname,
        List<Expr> args,
        List<SortBy> aggOrder,
        @Nullable Expr aggFilter,
        @Nullable WindowDef over,
        boolean aggWithinGroup,
        boolean aggStar,
        boolean aggDistinct,
        boolean funcVariadic,
        CoercionForm funcformat,
        Position location,
        Position at)
        implements Expr {
    public FuncCall {
        funcname = List.copyOf(funcname);
        args = List.copyOf(args);
        aggOrder = List.copyOf(aggOrder);
    }
}
