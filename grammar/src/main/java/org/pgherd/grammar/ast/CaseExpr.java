package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CASE.
public record CaseExpr(
        @Nullable Expr arg, List<CaseWhen> args, @Nullable Expr defresult, Position at) implements Expr {
    public CaseExpr {
        args = List.copyOf(args);
    }
}
