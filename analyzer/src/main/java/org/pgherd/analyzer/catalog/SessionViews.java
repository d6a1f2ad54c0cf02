package org.pgherd.analyzer.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The system's views over what only the client's own session has: they are expanded, as a shard would tell of the
/// session that the coordinator has with it.
public final class SessionViews {
    private static final Map<String, String> DEFINITIONS = Map.of(
            "pg_cursors",
            "SELECT name, statement, is_holdable, is_binary, is_scrollable, creation_time FROM pg_catalog.pg_cursor()",
            "pg_prepared_statements",
            "SELECT name, statement, prepare_time, parameter_types, result_types, from_sql, generic_plans, custom_plans"
                    + " FROM pg_catalog.pg_prepared_statement()");

    private SessionViews() {}

    static @Nullable String definition(String name) {
        return DEFINITIONS.get(name);
    }

    public static boolean is(String relation) {
        return DEFINITIONS.containsKey(relation);
    }
}
