package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CYCLE; without mark values they are true and false.
public record CteCycleClause(
        List<String> cycleColList,
        String cycleMarkColumn,
        @Nullable Expr cycleMarkValue,
        @Nullable Expr cycleMarkDefault,
        String cyclePathColumn,
        Position at)
        implements Node {
    public CteCycleClause {
        cycleColList = List.copyOf(cycleColList);
    }
}
