package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER of a table or of what is altered like one.
public record AlterTableStmt(
        RangeVar relation, List<AlterTableCmd> cmds, ObjectType objtype, boolean missingOk, Position at)
        implements UtilityStatement {
    public AlterTableStmt {
        cmds = List.copyOf(cmds);
    }
}
