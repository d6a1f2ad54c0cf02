package org.pgherd.analyzer.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.SystemRelation;
import org.pgherd.semantics.type.SqlType;

/// The relations of pg_catalog and information_schema: the built-in data in the shape of the user's relations,
/// made when first asked for.
final class SystemRelations {
    private static final Map<Integer, Relation> MADE = new ConcurrentHashMap<>();

    private SystemRelations() {}

    static @Nullable Relation relation(int oid) {
        SystemRelation row = BuiltinCatalog.instance().relation(oid);
        return row == null ? null : of(row);
    }

    static @Nullable Relation relation(String schema, String name) {
        SystemRelation row = BuiltinCatalog.instance().relation(schema, name);
        return row == null ? null : of(row);
    }

    private static Relation of(SystemRelation row) {
        return MADE.computeIfAbsent(row.oid(), _ -> make(row));
    }

    private static Relation make(SystemRelation row) {
        List<Column> columns = new ArrayList<>();
        for (SystemRelation.Column c : row.columns()) {
            if (c.number() > 0) {
                columns.add(new Column(
                        c.number(),
                        c.name(),
                        new SqlType(c.typeOid(), c.typmod(), c.collation()),
                        c.notNull(),
                        null,
                        Column.Generated.NO,
                        Column.Identity.NO,
                        false));
            }
        }
        return new Relation(
                row.oid(),
                row.schema(),
                row.name(),
                RelationKind.of(row.kind()),
                Persistence.PERMANENT,
                10,
                row.typeOid(),
                columns,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SessionViews.definition(row.name()),
                false,
                false,
                List.of(),
                List.of(),
                null,
                false,
                false,
                null);
    }
}
