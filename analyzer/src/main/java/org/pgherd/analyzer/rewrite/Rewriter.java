package org.pgherd.analyzer.rewrite;

import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RewriteRule;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;

/// Rewrites an analyzed statement so that it speaks of tables and values only (QueryRewrite).
public final class Rewriter {
    private Rewriter() {}

    /// Views expanded at every depth, defaults filled in.
    public static Query rewrite(Query query, CatalogView catalog, FunctionContext session) {
        if (query.commandType() == CommandType.UTILITY) {
            return query;
        }
        for (Query level : ExprWalk.allQueries(query)) {
            checkTarget(level);
        }
        return withDefaults(withViews(query, catalog, session), catalog, session);
    }

    /// What would be written by rules or through a view is not known here.
    private static void checkTarget(Query query) {
        if (query.resultRelation() == 0 || !(query.rte(query.resultRelation()) instanceof RteRelation target)) {
            return;
        }
        Relation relation = target.relation();
        if (relation.isView()) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "writing through view \"" + relation.name() + "\" is not supported by PgHerd")
                    .withHint("Write to the tables that the view selects from.");
        }
        char event = switch (query.commandType()) {
            case UPDATE -> '2';
            case INSERT -> '3';
            case DELETE -> '4';
            case SELECT, MERGE, UTILITY, NOTHING -> '0';
        };
        for (RewriteRule rule : relation.rules()) {
            if (rule.event() == event) {
                throw new SqlException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "rule \"" + rule.name() + "\" on relation \"" + relation.name()
                                        + "\" is not supported by PgHerd")
                        .withHint("Use a trigger instead.");
            }
        }
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
