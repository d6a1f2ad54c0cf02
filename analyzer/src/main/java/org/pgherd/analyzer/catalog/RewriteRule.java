package org.pgherd.analyzer.catalog;

/// An enabled rule that is not a view's own.
///
/// @param enabled ev_enabled of pg_rewrite: O where the session is no replica, R where it is one, A always
/// @param event 1 select, 2 update, 3 insert, 4 delete
/// @param hasCondition whether it has a WHERE
/// @param definition pg_get_ruledef
public record RewriteRule(
        int oid, String name, char enabled, char event, boolean instead, boolean hasCondition, String definition) {
    /// Whether it holds in a session (matchLocks of rewriteHandler.c).
    ///
    /// @param replica whether its session_replication_role is replica
    public boolean fires(boolean replica) {
        return firesAlways() || enabled == (replica ? 'R' : 'O');
    }

    /// Whether it holds whatever the session's role in replication.
    public boolean firesAlways() {
        return enabled == 'A';
    }
}
