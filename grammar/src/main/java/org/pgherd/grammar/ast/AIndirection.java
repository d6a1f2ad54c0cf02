package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// Fields and subscripts taken of an expression.
public record AIndirection(Expr arg, List<Indirection> indirection, Position at) implements Expr {
    public AIndirection {
        indirection = List.copyOf(indirection);
    }
}
