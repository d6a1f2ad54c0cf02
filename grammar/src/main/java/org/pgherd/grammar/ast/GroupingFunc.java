package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// GROUPING(...).
public record GroupingFunc(List<Expr> args, Position at) implements Expr {
    public GroupingFunc {
        args = List.copyOf(args);
    }
}
