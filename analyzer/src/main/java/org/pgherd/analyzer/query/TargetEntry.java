package org.pgherd.analyzer.query;

import org.jspecify.annotations.Nullable;

/// One output column, or one assigned column of INSERT and UPDATE.
/// @param resno 1-based; in INSERT and UPDATE the attribute number assigned
/// @param sortGroupRef by which ORDER BY, GROUP BY and the like refer to it; 0 if none does
/// @param origTable oid of the table whose column it shows unchanged, or 0
/// @param junk needed for sorting or grouping, not shown
public record TargetEntry(
        Expr expr, int resno, @Nullable String name, int sortGroupRef, int origTable, int origColumn, boolean junk) {
    public TargetEntry withExpr(Expr changed) {
        return new TargetEntry(changed, resno, name, sortGroupRef, origTable, origColumn, junk);
    }

    public TargetEntry withSortGroupRef(int ref) {
        return new TargetEntry(expr, resno, name, ref, origTable, origColumn, junk);
    }

    public TargetEntry withResno(int number) {
        return new TargetEntry(expr, number, name, sortGroupRef, origTable, origColumn, junk);
    }
}
