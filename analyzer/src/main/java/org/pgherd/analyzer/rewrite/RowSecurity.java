package org.pgherd.analyzer.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Policy;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.Role;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.function.FunctionContext;

/// Finds the errors of row-level security that PostgreSQL tells when it rewrites a query: policies that would not be
/// applied, and policies that lead to themselves (rls.c:check_enable_rls, rowsecurity.c:get_row_security_policies,
/// rewriteHandler.c:fireRIRrules). Applying them is left to the shards.
final class RowSecurity {
    private final CatalogView catalog;
    private final FunctionContext session;
    private final ViewExpansion views;
    private final Set<Integer> active = new HashSet<>();

    RowSecurity(CatalogView catalog, FunctionContext session, ViewExpansion views) {
        this.catalog = catalog;
        this.session = session;
        this.views = views;
    }

    /// @param command what is done to the table
    /// @param owner of the view that names the table; 0 if it is the query itself
    void check(Relation table, CommandType command, int owner) {
        if (!table.rowSecurity()) {
            return;
        }
        Catalog known = catalog.catalog();
        Role user = owner == 0 ? known.role(session.currentUser()) : known.role(owner);
        if (user == null || user.superuser() || user.bypassesRowSecurity()) {
            return;
        }
        boolean owns = isMember(user, table.owner());
        if (owns && !table.forceRowSecurity()) {
            return;
        }
        if ("off".equals(session.setting("row_security"))) {
            SqlException error = new SqlException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "query would be affected by row-level security policy for table \"" + table.name() + "\"");
            throw owns
                    ? error.withHint("To disable the policy for the table's owner, use ALTER TABLE NO FORCE ROW LEVEL"
                            + " SECURITY.")
                    : error;
        }
        List<Policy> policies = known.policies(table.oid()).stream()
                .filter(policy -> covers(policy, command) && isFor(policy, user))
                .toList();
        // without a permissive policy nothing is to be seen, whatever the others say
        if (policies.stream().anyMatch(Policy::permissive)) {
            policies.forEach(policy -> expand(table, policy, command));
        }
    }

    private void expand(Relation table, Policy policy, CommandType command) {
        expand(table, policy.using());
        if (command != CommandType.SELECT && command != CommandType.DELETE) {
            expand(table, policy.withCheck());
        }
    }

    private void expand(Relation table, @Nullable String condition) {
        if (condition == null) {
            return;
        }
        String text = "SELECT FROM " + Identifiers.quote(table.schema()) + "." + Identifiers.quote(table.name())
                + " WHERE " + condition;
        CatalogView qualified = new CatalogView(
                catalog.catalog(), new SearchPath(List.of(), catalog.path().tempSchema()));
        Query query =
                Analyzer.analyze(SqlParser.parse(text).getFirst(), text, qualified, session, ParameterTypes.none());
        Expr quals = query.jointree().quals();
        if (!query.hasSubLinks() || quals == null) {
            return;
        }
        if (!active.add(table.oid())) {
            throw new SqlException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "infinite recursion detected in policy for relation \"" + table.name() + "\"");
        }
        try {
            var _ = views.rewrite(quals);
        } finally {
            active.remove(table.oid());
        }
    }

    private static boolean covers(Policy policy, CommandType command) {
        return switch (policy.command()) {
            case 'r' -> command != CommandType.INSERT;
            case 'a' -> command == CommandType.INSERT;
            case 'w' -> command == CommandType.UPDATE;
            case 'd' -> command == CommandType.DELETE;
            default -> true;
        };
    }

    private boolean isFor(Policy policy, Role user) {
        return policy.roles().contains(0) || policy.roles().stream().anyMatch(role -> isMember(user, role));
    }

    private boolean isMember(Role user, int group) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(user.oid()));
        while (!open.isEmpty()) {
            int oid = open.pop();
            Role role = seen.add(oid) ? catalog.catalog().role(oid) : null;
            if (oid == group) {
                return true;
            }
            if (role != null) {
                open.addAll(role.memberOf());
            }
        }
        return false;
    }
}
