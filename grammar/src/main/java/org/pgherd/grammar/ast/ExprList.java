package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// A row of VALUES.
public record ExprList(List<Expr> items, Position at) implements Node {
    public ExprList {
        items = List.copyOf(items);
    }
}
