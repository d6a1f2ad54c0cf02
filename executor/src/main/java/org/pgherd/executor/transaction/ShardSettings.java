package org.pgherd.executor.transaction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The run-time parameters a session has set, as its shards should have them. Immutable: a rollback goes back
/// to an older one, and a connection remembers which it has.
record ShardSettings(Map<String, String> values) {
    private static final String USER = "session_authorization";
    private static final String ROLE = "role";
    private static final String REPLICATION = "session_replication_role";

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

    /// With another role in place of the session's.
    ShardSettings as(String role) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(ROLE);
        changed.put(USER, role);
        return new ShardSettings(changed);
    }

    /// Commands that lead from these settings to `target`; null if none are needed.
    @Nullable
    String commandsTo(ShardSettings target) {
        if (this == target || values.equals(target.values)) {
            return null;
        }
        StringBuilder sql = new StringBuilder();
        // becoming another user ends the role that was taken, and decides which role may be
        String replication = target.values.get(REPLICATION);
        boolean replicates = !Objects.equals(values.get(REPLICATION), replication);
        boolean becomes = replicates || !Objects.equals(values.get(USER), target.values.get(USER));
        if (becomes) {
            sql.append("RESET SESSION AUTHORIZATION;");
            if (replicates) {
                // the client's role may not be allowed to, the one that has logged in is
                sql.append(replication == null ? "RESET " + REPLICATION : "SET " + REPLICATION + " = " + replication)
                        .append(';');
            }
            String user = target.values.get(USER);
            if (user != null) {
                sql.append("SET SESSION AUTHORIZATION ")
                        .append(SqlQuoting.literal(user))
                        .append(';');
            }
        }
        for (String name : values.keySet()) {
            if (name.equals(USER) || name.equals(REPLICATION) || becomes && name.equals(ROLE)) {
                continue;
            }
            if (!target.values.containsKey(name)) {
                sql.append("RESET ").append(SqlQuoting.settingName(name)).append(';');
            }
        }
        target.values.forEach((name, value) -> {
            boolean again = becomes && name.equals(ROLE);
            if (!name.equals(USER) && !name.equals(REPLICATION) && (again || !value.equals(values.get(name)))) {
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
