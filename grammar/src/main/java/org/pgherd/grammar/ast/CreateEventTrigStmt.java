package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE EVENT TRIGGER.
public record CreateEventTrigStmt(
        String trigname, String eventname, List<DefElem> whenclause, List<String> funcname, Position at)
        implements UtilityStatement {
    public CreateEventTrigStmt {
        whenclause = List.copyOf(whenclause);
        funcname = List.copyOf(funcname);
    }
}
