package org.pgherd.analyzer.query;

import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A function call, its arguments already in declared order, coerced, with defaults added.
/// @param name of the function, without schema: for messages and plans; `funcId` decides
/// @param variadic whether the last argument is an array standing for a variadic list
public record FuncExpr(
        int funcId,
        String name,
        List<Expr> args,
        boolean variadic,
        boolean retset,
        CoercionForm form,
        SqlType type,
        int inputCollation,
        Position at)
        implements Expr {
    public FuncExpr {
        args = List.copyOf(args);
    }
}
