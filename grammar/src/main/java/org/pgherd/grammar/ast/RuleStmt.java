package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE RULE.
public record RuleStmt(
        RangeVar relation,
        String rulename,
        @Nullable Expr whereClause,
        RuleEvent event,
        boolean instead,
        List<Statement> actions,
        boolean replace,
        Position at)
        implements UtilityStatement {
    public RuleStmt {
        actions = List.copyOf(actions);
    }
}
