package org.pgherd.shardplanner.facts;

import java.util.Set;
import org.pgherd.semantics.catalog.ProcRow;

/// What PostgreSQL's own functions touch, by name: pg_proc does not say it.
public final class BuiltinReach {
    private static final Set<String> TRANSACTION_TIME = Set.of("now", "transaction_timestamp", "statement_timestamp");

    /// Not immutable, but they touch neither catalogs nor state that other statements see.
    private static final Set<String> HARMLESS = Set.of(
            "pg_typeof",
            "pg_column_size",
            "pg_column_compression",
            "pg_sleep",
            "pg_sleep_for",
            "pg_sleep_until",
            "pg_input_is_valid",
            "pg_input_error_info",
            "pg_size_pretty",
            "pg_size_bytes",
            "pg_client_encoding",
            "pg_char_to_encoding",
            "pg_encoding_to_char");

    private static final Set<String> CATALOG = Set.of(
            "nextval",
            "currval",
            "setval",
            "lastval",
            "current_setting",
            "set_config",
            "version",
            "format_type",
            "obj_description",
            "col_description",
            "shobj_description",
            "current_schemas",
            "current_schema",
            "current_database",
            "row_security_active",
            "setseed",
            "icu_unicode_version",
            "unicode_version",
            "txid_current",
            "txid_current_if_assigned",
            "txid_current_snapshot",
            "txid_status",
            "acldefault",
            "aclexplode",
            "makeaclitem",
            "loread",
            "lowrite",
            "ts_parse",
            "ts_token_type");

    /// Their argument is a query or names a table.
    private static final Set<String> RUNS_QUERIES = Set.of(
            "query_to_xml",
            "query_to_xml_and_xmlschema",
            "query_to_xmlschema",
            "table_to_xml",
            "table_to_xml_and_xmlschema",
            "cursor_to_xml",
            "ts_stat",
            "pg_relation_size",
            "pg_table_size",
            "pg_total_relation_size",
            "pg_indexes_size");

    /// They tell of the client's session, which is the coordinator's, not the catalog shard's.
    private static final Set<String> OF_THE_SESSION = Set.of("pg_cursor", "pg_prepared_statement");

    private static final String[] PREFIXES = {
        "pg_",
        "has_",
        "to_reg",
        "txid_",
        "lo_",
        "inet_client",
        "inet_server",
        "query_to_xml",
        "table_to_xml",
        "schema_to_xml",
        "database_to_xml",
        "cursor_to_xml",
        "binary_upgrade",
        "gin_clean",
        "brin_",
        "regclass",
    };

    private BuiltinReach() {}

    public static Reach of(ProcRow proc) {
        String name = proc.name();
        if (TRANSACTION_TIME.contains(name)) {
            return Reach.TRANSACTION_TIME;
        }
        if (proc.volatility() == 'i' || HARMLESS.contains(name)) {
            return Reach.NOTHING;
        }
        if (RUNS_QUERIES.contains(name) || OF_THE_SESSION.contains(name)) {
            return Reach.TABLES;
        }
        if (CATALOG.contains(name)) {
            return Reach.CATALOG;
        }
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return Reach.CATALOG;
            }
        }
        return Reach.NOTHING;
    }
}
