package org.pgherd.engine.sharding;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.HashRange;

/// The SQL that writes placements into schema pgherd, the same on every shard: tables are named, since each
/// shard has
/// its own number for them.
public final class PlacementWriter {
    /// After DROP.
    public static final String FORGET_DROPPED =
            "DELETE FROM pgherd.distribution d WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = d.relation)";

    private PlacementWriter() {}

    public static List<String> statements(Relation table, Placement.Decision decision) {
        List<String> sql = new ArrayList<>();
        ColocationGroup group = decision.newGroup();
        if (group != null) {
            // by its number on the catalog shard: built-in types have the same one everywhere
            sql.add("INSERT INTO pgherd.colocation_group VALUES (" + group.id() + ", " + literal(group.name()) + ", "
                    + Integer.toUnsignedString(group.keyType()) + ", " + Integer.toUnsignedString(group.keyCollation())
                    + ")");
            StringBuilder ranges = new StringBuilder("INSERT INTO pgherd.hash_range VALUES ");
            for (HashRange range : group.ranges()) {
                ranges.append(ranges.charAt(ranges.length() - 1) == ')' ? ", (" : "(")
                        .append(group.id())
                        .append(", ")
                        .append('\'')
                        .append(range.first())
                        .append("'::bigint, ")
                        .append(range.last())
                        .append(", ")
                        .append(range.shard())
                        .append(')');
            }
            sql.add(ranges.toString());
        }
        String name = literal(qualified(table)) + "::pg_catalog.regclass::pg_catalog.oid";
        String values = switch (decision.distribution()) {
            case Distribution.Hash hash ->
                "'hash', " + hash.attnum() + ", " + hash.group().id() + ", NULL";
            case Distribution.Reference _ -> "'reference', NULL, NULL, NULL";
            case Distribution.Single single -> "'single', NULL, NULL, " + single.shard();
            case Distribution.Schema schema -> "'single', NULL, NULL, " + schema.shard();
            case Distribution.Catalog _ -> throw new AssertionError("system catalogs are not placed");
        };
        sql.add("INSERT INTO pgherd.distribution VALUES (" + name + ", " + values
                + ") ON CONFLICT (relation) DO UPDATE SET kind = EXCLUDED.kind, attnum = EXCLUDED.attnum,"
                + " colocation_group = EXCLUDED.colocation_group, shard = EXCLUDED.shard");
        return sql;
    }

    public static String qualified(Relation table) {
        return quoted(table.schema()) + "." + quoted(table.name());
    }

    public static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    public static String literal(String text) {
        return (text.indexOf('\\') >= 0 ? " E'" : "'")
                + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
