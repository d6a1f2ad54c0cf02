package org.pgherd.executor.transaction;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The run-time parameters a session has set, as its shards should have them. Immutable: a rollback goes back
/// to an older one, and a connection remembers which it has.
record ShardSettings(Map<String, String> values) {
    static final ShardSettings NONE = new ShardSettings(Map.of());

    ShardSettings with(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new ShardSettings(changed);
    }

    /// Commands that lead from these settings to `target`; null if none are needed.
    @Nullable
    String commandsTo(ShardSettings target) {
        if (this == target || values.equals(target.values)) {
            return null;
        }
        StringBuilder sql = new StringBuilder();
        for (String name : values.keySet()) {
            if (!target.values.containsKey(name)) {
                sql.append("RESET ").append(SqlQuoting.settingName(name)).append(';');
            }
        }
        target.values.forEach((name, value) -> {
            if (!value.equals(values.get(name))) {
                // set_config takes every parameter's text form; SET needs to know which ones are lists
                sql.append("SELECT pg_catalog.set_config(")
                        .append(SqlQuoting.literal(name))
                        .append(',')
                        .append(SqlQuoting.literal(value))
                        .append(",false);");
            }
        });
        return sql.toString();
    }
}
