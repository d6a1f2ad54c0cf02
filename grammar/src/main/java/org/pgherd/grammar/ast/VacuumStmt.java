package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// VACUUM and ANALYZE.
public record VacuumStmt(List<DefElem> options, List<VacuumRelation> rels, boolean isVacuumcmd, Position at)
        implements UtilityStatement {
    public VacuumStmt {
        options = List.copyOf(options);
        rels = List.copyOf(rels);
    }
}
