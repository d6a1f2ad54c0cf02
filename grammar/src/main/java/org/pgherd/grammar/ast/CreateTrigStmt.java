package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CREATE TRIGGER; `timing` and `events` are bits of [TriggerBits].
public record CreateTrigStmt(
        boolean replace,
        boolean isconstraint,
        String trigname,
        RangeVar relation,
        List<String> funcname,
        List<String> args,
        boolean row,
        int timing,
        int events,
        List<String> columns,
        @Nullable Expr whenClause,
        List<TriggerTransition> transitionRels,
        boolean deferrable,
        boolean initdeferred,
        @Nullable RangeVar constrrel,
        Position at)
        implements UtilityStatement {
    public CreateTrigStmt {
        funcname = List.copyOf(funcname);
        args = List.copyOf(args);
        columns = List.copyOf(columns);
        transitionRels = List.copyOf(transitionRels);
    }
}
