package org.pgherd.analyzer.catalog;

import java.util.List;

/// A foreign key.
///
/// @param onUpdate confupdtype: a no action, r restrict, c cascade, n set null, d set default
/// @param onDelete confdeltype, as onUpdate
/// @param setOnDelete the columns that ON DELETE SET sets; none for other actions
public record ForeignKey(
        int oid,
        String name,
        List<Integer> columns,
        int referenced,
        List<Integer> referencedColumns,
        char onUpdate,
        char onDelete,
        List<Integer> setOnDelete) {
    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        setOnDelete = List.copyOf(setOnDelete);
    }

    /// Whether what is done to a referenced row may change a column of the referring ones.
    public boolean changes(int column) {
        return setOnDelete.contains(column) || (onUpdate == 'n' || onUpdate == 'd') && columns.contains(column);
    }
}
