package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// One query of WITH.
public record CommonTableExpr(
        String ctename,
        List<String> aliascolnames,
        CteMaterialize ctematerialized,
        Query ctequery,
        @Nullable CteSearchClause searchClause,
        @Nullable CteCycleClause cycleClause,
        Position at)
        implements Node {
    public CommonTableExpr {
        aliascolnames = List.copyOf(aliascolnames);
    }
}
