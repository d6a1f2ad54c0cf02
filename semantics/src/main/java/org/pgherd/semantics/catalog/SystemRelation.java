package org.pgherd.semantics.catalog;

import java.util.List;

/// A table or view of pg_catalog or information_schema.
///
/// @param kind r table, v view
/// @param typeOid its row type
/// @param columns system columns (ctid...) with negative numbers first
public record SystemRelation(int oid, String name, String schema, char kind, int typeOid, List<Column> columns) {
    /// A row of pg_attribute.
    public record Column(
            int number, String name, int typeOid, int typmod, int collation, boolean notNull, int dimensions) {}
}
