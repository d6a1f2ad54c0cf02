package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER FUNCTION, PROCEDURE, ROUTINE.
public record AlterFunctionStmt(ObjectType objtype, ObjectWithArgs func, List<DefElem> actions, Position at)
        implements UtilityStatement {
    public AlterFunctionStmt {
        actions = List.copyOf(actions);
    }
}
