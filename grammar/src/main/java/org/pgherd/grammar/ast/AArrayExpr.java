package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ARRAY[...]; nested brackets are nested nodes.
public record AArrayExpr(List<Expr> elements, Position at) implements Expr {
    public AArrayExpr {
        elements = List.copyOf(elements);
    }
}
