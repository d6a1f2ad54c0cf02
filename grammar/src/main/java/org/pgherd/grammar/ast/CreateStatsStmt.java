package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// CREATE STATISTICS.
public record CreateStatsStmt(
        List<String> defnames,
        List<String> statTypes,
        List<StatsElem> exprs,
        List<FromItem> relations,
        boolean ifNotExists,
        Position at)
        implements UtilityStatement {
    public CreateStatsStmt {
        defnames = List.copyOf(defnames);
        statTypes = List.copyOf(statTypes);
        exprs = List.copyOf(exprs);
        relations = List.copyOf(relations);
    }
}
