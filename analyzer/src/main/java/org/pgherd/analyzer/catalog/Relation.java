package org.pgherd.analyzer.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// A row of pg_class with what belongs to it.
/// @param rowType oid of the composite type of its rows (reltype), 0 if none
/// @param columns user columns by attribute number, dropped ones included: column n is at n - 1
/// @param viewDefinition pg_get_viewdef of a view or materialized view
/// @param parents oids of what it inherits from or is a partition of
/// @param children oids of what inherits from it, its partitions included
/// @param securityInvoker whether a view's relations are read with the rights of its user, not of its owner
/// @param partitionKey pg_get_partkeydef of a partitioned table
public record Relation(
        int oid,
        String schema,
        String name,
        RelationKind kind,
        Persistence persistence,
        int owner,
        int rowType,
        List<Column> columns,
        List<KeyConstraint> keys,
        List<ForeignKey> foreignKeys,
        List<CheckConstraint> checks,
        List<Trigger> triggers,
        List<RewriteRule> rules,
        @Nullable String viewDefinition,
        boolean rowSecurity,
        boolean forceRowSecurity,
        List<Integer> parents,
        List<Integer> children,
        @Nullable String partitionKey,
        boolean securityBarrier,
        boolean securityInvoker,
        @Nullable String checkOption) {
    public Relation {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        triggers = List.copyOf(triggers);
        rules = List.copyOf(rules);
        parents = List.copyOf(parents);
        children = List.copyOf(children);
    }

    public List<SqlType> columnTypes() {
        return columns.stream().map(Column::type).toList();
    }

    /// The column of a name, null if there is none (dropped ones have none).
    public @Nullable Column column(String wanted) {
        for (Column column : columns) {
            if (!column.dropped() && column.name().equals(wanted)) {
                return column;
            }
        }
        return null;
    }

    public Column column(int attnum) {
        return columns.get(attnum - 1);
    }

    public boolean isView() {
        return kind == RelationKind.VIEW;
    }

    public @Nullable KeyConstraint primaryKey() {
        return keys.stream().filter(KeyConstraint::primary).findFirst().orElse(null);
    }

    /// The same relation is the same oid: comparing everything else would cost and say nothing more.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Relation relation && relation.oid == oid;
    }

    @Override
    public int hashCode() {
        return oid;
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
