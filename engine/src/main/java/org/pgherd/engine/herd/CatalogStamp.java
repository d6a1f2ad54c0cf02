package org.pgherd.engine.herd;

import java.util.List;
import java.util.stream.Collectors;
import org.pgherd.executor.shard.ShardConnection;

/// Tells cheaply whether definitions differ from those that were read: the number of their rows and the transactions
/// that wrote them, of every catalog that a snapshot is made of. Temporary objects do not count; they are their
/// session's own business.
final class CatalogStamp {
    private static final String NOT_TEMPORARY =
            " not in (select oid from pg_catalog.pg_namespace where nspname ~ '^pg_(toast_)?temp_')";

    private static final String QUERY = List.of(
                    "pg_namespace t where nspname !~ '^pg_(toast_)?temp_'",
                    "pg_type t where oid >= 16384 and typnamespace" + NOT_TEMPORARY,
                    "pg_enum t",
                    "pg_range t where rngtypid >= 16384",
                    "pg_constraint t where oid >= 16384 and connamespace" + NOT_TEMPORARY,
                    "pg_class t where oid >= 16384 and relpersistence <> 't'",
                    "pg_attribute t join pg_catalog.pg_class c on c.oid = attrelid where c.oid >= 16384 and relpersistence <> 't'",
                    "pg_attrdef t join pg_catalog.pg_class c on c.oid = adrelid where c.oid >= 16384 and relpersistence <> 't'",
                    "pg_index t join pg_catalog.pg_class c on c.oid = indrelid where c.oid >= 16384 and relpersistence <> 't'",
                    "pg_trigger t where oid >= 16384",
                    "pg_rewrite t where oid >= 16384",
                    "pg_inherits t",
                    "pg_proc t where oid >= 16384",
                    "pg_aggregate t where aggfnoid::oid >= 16384",
                    "pg_operator t where oid >= 16384",
                    "pg_cast t where oid >= 16384",
                    "pg_collation t where oid >= 16384",
                    "pg_policy t",
                    "pg_sequence t")
            .stream()
            .map(table ->
                    "(select count(*) || ':' || coalesce(sum(t.xmin::text::int8), 0) from pg_catalog." + table + ")")
            .collect(
                    Collectors.joining(
                            " || ' ' || ",
                            "select ",
                            " || ' ' || (select count(*) || ':' || coalesce(sum(xmin::text::int8), 0) from pgherd.distribution)"));

    private CatalogStamp() {}

    static String read(ShardConnection connection) {
        return String.valueOf(TextRows.often(connection, QUERY).getFirst()[0]);
    }
}
