package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// A query in FROM, a branch of a set operation, or an expanded view.
///
/// @param viewOid the view it stands for, or 0
public record RteSubquery(
        Query query,
        boolean lateral,
        boolean securityBarrier,
        int viewOid,
        @Nullable Alias alias,
        Alias eref,
        boolean inFromClause)
        implements RangeTblEntry {
    @Override
    public List<SqlType> columnTypes() {
        return query.outputTypes();
    }

    public RteSubquery withQuery(Query changed) {
        return new RteSubquery(changed, lateral, securityBarrier, viewOid, alias, eref, inFromClause);
    }
}
