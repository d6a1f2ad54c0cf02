package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.semantics.type.SqlType;

/// A column of a result as RowDescription tells it to a client (SendRowDescriptionMessage): a domain shows as its base
/// type.
///
/// @param table oid of the table it is a column of, or 0
/// @param attnum that column's number, or 0
public record OutputColumn(String name, SqlType type, int table, int attnum) {
    public static List<OutputColumn> of(Query query, CatalogView catalog) {
        List<OutputColumn> columns = new ArrayList<>();
        for (TargetEntry entry : query.outputColumns()) {
            String name = entry.name();
            columns.add(new OutputColumn(
                    name == null ? ColumnNames.NONE : name,
                    catalog.baseType(entry.expr().type()),
                    entry.origTable(),
                    entry.origColumn()));
        }
        return columns;
    }
}
