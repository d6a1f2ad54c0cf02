package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ALTER STATISTICS SET STATISTICS; no target is DEFAULT.
public record AlterStatsStmt(
        List<String> defnames, @Nullable Integer stxstattarget, boolean missingOk, Position at)
        implements UtilityStatement {
    public AlterStatsStmt {
        defnames = List.copyOf(defnames);
    }
}
