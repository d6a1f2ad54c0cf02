package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// COLLATE; without `arg` in DDL.
public record CollateClause(@Nullable Expr arg, List<String> collname, Position location, Position at) implements Expr {
    public CollateClause {
        collname = List.copyOf(collname);
    }
}
