package org.pgherd.analyzer.rewrite;

import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.semantics.function.FunctionContext;

/// Rewrites an analyzed statement so that it speaks of tables and values only (QueryRewrite).
public final class Rewriter {
    private Rewriter() {}

    /// Views expanded at every depth, defaults filled in.
    public static Query rewrite(Query query, CatalogView catalog, FunctionContext session) {
        return query.commandType() == CommandType.UTILITY
                ? query
                : withDefaults(withViews(query, catalog, session), catalog, session);
    }

    /// Views replaced by their queries.
    public static Query withViews(Query query, CatalogView catalog, FunctionContext session) {
        return new ViewExpansion(catalog, session).rewrite(query);
    }

    /// Columns' defaults in place of DEFAULT and of columns that INSERT leaves out.
    public static Query withDefaults(Query query, CatalogView catalog, FunctionContext session) {
        return new ColumnDefaults(catalog, session).rewrite(query);
    }
}
