package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// An operator and the predicates that are operators below. `rexpr` is an [Expr]; an [ExprList] for IN (list)
/// and the BETWEEN kinds.
/// `lexpr` is absent for prefix operators. `location` is the operator's.
public record AExpr(
        AExprKind kind,
        List<String> name,
        @Nullable Expr lexpr,
        @Nullable Node rexpr,
        Position location,
        Position at) implements Expr {
    public AExpr {
        name = List.copyOf(name);
    }
}
