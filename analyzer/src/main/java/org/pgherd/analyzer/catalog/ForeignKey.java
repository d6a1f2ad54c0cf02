package org.pgherd.analyzer.catalog;

import java.util.List;

/// A foreign key.
/// @param onUpdate confupdtype: a no action, r restrict, c cascade, n set null, d set default
public record ForeignKey(
        int oid,
        String name,
        List<Integer> columns,
        int referenced,
        List<Integer> referencedColumns,
        char onUpdate,
        char onDelete) {
    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
