package org.pgherd.gateway.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.Session;

/// The settings that PostgreSQL 18 tells a client at start-up (those flagged GUC_REPORT), in its order.
final class ReportedSettings {
    private ReportedSettings() {}

    static Map<String, String> of(Session session, StartupPacket.Start start) {
        Map<String, String> reported = new LinkedHashMap<>();
        put(reported, session, "in_hot_standby", "off");
        put(reported, session, "integer_datetimes", "on");
        put(reported, session, "TimeZone", "UTC");
        put(reported, session, "IntervalStyle", "postgres");
        put(reported, session, "search_path", "\"$user\", public");
        put(reported, session, "is_superuser", "on");
        put(reported, session, "application_name", start.settings().getOrDefault("application_name", ""));
        put(reported, session, "default_transaction_read_only", "off");
        put(reported, session, "scram_iterations", "4096");
        put(reported, session, "DateStyle", "ISO, MDY");
        put(reported, session, "standard_conforming_strings", "on");
        put(reported, session, "session_authorization", start.user());
        put(reported, session, "client_encoding", "UTF8");
        put(reported, session, "server_version", "18.0");
        put(reported, session, "server_encoding", "UTF8");
        return reported;
    }

    /// @param otherwise what holds where the engine has no such setting
    private static void put(Map<String, String> reported, Session session, String name, String otherwise) {
        @Nullable String value = session.setting(name);
        reported.put(name, value == null ? otherwise : value);
    }
}
