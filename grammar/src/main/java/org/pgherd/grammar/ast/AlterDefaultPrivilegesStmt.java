package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER DEFAULT PRIVILEGES.
public record AlterDefaultPrivilegesStmt(List<DefElem> options, GrantStmt action, Position at)
        implements UtilityStatement {
    public AlterDefaultPrivilegesStmt {
        options = List.copyOf(options);
    }
}
