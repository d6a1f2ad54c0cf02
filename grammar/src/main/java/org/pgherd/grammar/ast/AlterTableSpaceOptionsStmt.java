package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER TABLESPACE SET, RESET.
public record AlterTableSpaceOptionsStmt(String tablespacename, List<DefElem> options, boolean isReset, Position at)
        implements UtilityStatement {
    public AlterTableSpaceOptionsStmt {
        options = List.copyOf(options);
    }
}
