package org.pgherd.engine;

import java.util.Map;

/// Who connects, and with which settings (as in a start-up message: application_name, DateStyle, options...).
public record SessionOptions(String user, String database, Map<String, String> settings) {
    public SessionOptions {
        settings = Map.copyOf(settings);
    }

    public static SessionOptions defaults() {
        return new SessionOptions("postgres", "herd", Map.of());
    }
}
