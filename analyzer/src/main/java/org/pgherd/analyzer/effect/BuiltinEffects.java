package org.pgherd.analyzer.effect;

import java.util.Map;
import java.util.Set;
import org.pgherd.semantics.catalog.ProcRow;

/// What built-in functions touch. pg_proc says how their values behave; what they do beside is listed here.
final class BuiltinEffects {
    private static final Set<String> SEQUENCES = Set.of("nextval", "setval", "currval", "lastval");
    private static final Set<String> SESSION =
            Set.of("set_config", "setseed", "pg_stat_reset", "pg_prepared_statement");
    private static final Set<String> NOTIFIES = Set.of("pg_notify");
    private static final Set<String> DYNAMIC = Set.of(
            "query_to_xml",
            "query_to_xmlschema",
            "query_to_xml_and_xmlschema",
            "cursor_to_xml",
            "table_to_xml",
            "schema_to_xml",
            "database_to_xml",
            "ts_stat",
            "ts_rewrite");

    private BuiltinEffects() {}

    static Effects of(ProcRow row) {
        String name = row.name();
        Effect.Kind kind = kind(row, name);
        return kind == null ? Effects.NONE : new Effects(Map.of(new Effect(kind, 0, name), name));
    }

    private static Effect.@org.jspecify.annotations.Nullable Kind kind(ProcRow row, String name) {
        if (SEQUENCES.contains(name)) {
            return Effect.Kind.SEQUENCE;
        }
        if (SESSION.contains(name)) {
            return Effect.Kind.SESSION_STATE;
        }
        if (NOTIFIES.contains(name)) {
            return Effect.Kind.NOTIFIES;
        }
        if (DYNAMIC.contains(name)) {
            return Effect.Kind.UNKNOWN;
        }
        if (name.startsWith("pg_advisory") || name.startsWith("pg_try_advisory")) {
            return Effect.Kind.LOCKS;
        }
        if (name.startsWith("lo_")
                || name.startsWith("pg_read_")
                || name.startsWith("pg_ls_")
                || name.startsWith("pg_terminate")
                || name.startsWith("pg_cancel")
                || name.startsWith("pg_reload")
                || name.startsWith("pg_rotate")) {
            return Effect.Kind.OUTSIDE;
        }
        return switch (row.volatility()) {
            case 'v' -> Effect.Kind.VOLATILE_VALUE;
            case 's' -> Effect.Kind.STABLE_VALUE;
            default -> null;
        };
    }
}
