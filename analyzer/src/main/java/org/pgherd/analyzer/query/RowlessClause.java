package org.pgherd.analyzer.query;

import org.jspecify.annotations.Nullable;

/// What makes the rows of a SELECT none that a lock could take (CheckSelectLocking of analyze.c).
public final class RowlessClause {
    private RowlessClause() {}

    /// As errors name it; null if the rows are those of tables.
    public static @Nullable String of(Query.Builder query) {
        if (query.setOperations != null) {
            return "UNION/INTERSECT/EXCEPT";
        }
        if (!query.distinctClause.isEmpty()) {
            return "DISTINCT clause";
        }
        if (!query.groupClause.isEmpty() || !query.groupingSets.isEmpty()) {
            return "GROUP BY clause";
        }
        if (query.havingQual != null) {
            return "HAVING clause";
        }
        if (query.hasAggs) {
            return "aggregate functions";
        }
        if (query.hasWindowFuncs) {
            return "window functions";
        }
        return query.hasTargetSRFs ? "set-returning functions in the target list" : null;
    }
}
