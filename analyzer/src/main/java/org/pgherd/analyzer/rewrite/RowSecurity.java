package org.pgherd.analyzer.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Policy;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.Role;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.function.FunctionContext;

/// Row-level security (rls.c:check_enable_rls, rowsecurity.c:get_row_security_policies, rewriteHandler.c:fireRIRrules).
/// Applying policies is left to the shards where those can. Where a policy reads what is elsewhere, or the role that
/// reads is a view's owner, the table becomes a query with the policies as conditions, over its rows as one reads them
/// who is above policies. Errors are told in any case: policies that would not be applied, and policies that lead to
/// themselves.
final class RowSecurity {
    /// BOOTSTRAP_SUPERUSERID, which no policy is for.
    private static final int SUPERUSER = 10;

    private final CatalogView catalog;
    private final FunctionContext session;
    private final ViewExpansion views;
    private final ShardPolicies shards;
    private final Set<Integer> active = new HashSet<>();

    /// Whether a table has become a query that no shard may be spared.
    boolean applied;

    RowSecurity(CatalogView catalog, FunctionContext session, ViewExpansion views, ShardPolicies shards) {
        this.catalog = catalog;
        this.session = session;
        this.views = views;
        this.shards = shards;
    }

    /// The rows that may be read, as a query whose columns are the table's and then `extra`; null if the shards see to
    /// it, or if all may be read.
    ///
    /// @param command what is done to the table
    /// @param locked whether the rows are to be locked as for an update
    /// @param extra attribute numbers of the system columns and the whole row that are read
    @Nullable
    Query visible(RteRelation entry, CommandType command, boolean locked, List<Var> extra) {
        Relation table = entry.relation();
        if (!table.rowSecurity()) {
            return null;
        }
        Catalog known = catalog.catalog();
        int reader = entry.checkAsUser();
        Role user = reader == 0 ? known.role(session.currentUser()) : known.role(reader);
        if (user == null || user.superuser() || user.bypassesRowSecurity()) {
            return null;
        }
        boolean owns = isMember(user, table.owner());
        if (owns && !table.forceRowSecurity()) {
            return null;
        }
        if ("off".equals(session.setting("row_security"))) {
            throw wouldBeAffected(table, owns);
        }
        List<Policy> own = known.policies(table.oid()).stream()
                .filter(policy -> isFor(policy, user))
                .toList();
        List<Policy> policies =
                own.stream().filter(policy -> covers(policy, command)).toList();
        boolean byShards = own.stream().allMatch(policy -> shards.apply(table, policy));
        if (command == CommandType.SELECT && (reader != 0 || !byShards)) {
            applied |= !byShards;
            List<Policy> toUpdate = !locked
                    ? List.of()
                    : own.stream()
                            .filter(policy -> policy.command() == 'w' || policy.command() == '*')
                            .toList();
            String condition = condition(policies) + (locked ? " AND " + condition(toUpdate) : "");
            return visible(entry, condition, extra);
        }
        // without a permissive policy nothing is to be seen, whatever the others say
        if (policies.stream().anyMatch(Policy::permissive)) {
            policies.forEach(policy -> expand(table, policy, command));
        }
        if (!byShards) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "writing to \"" + table.name()
                            + "\", whose policies read rows of other shards, is not supported by PgHerd");
        }
        return null;
    }

    private static SqlException wouldBeAffected(Relation table, boolean owns) {
        SqlException error = new SqlException(
                SqlState.INSUFFICIENT_PRIVILEGE,
                "query would be affected by row-level security policy for table \"" + table.name() + "\"");
        return owns
                ? error.withHint("To disable the policy for the table's owner, use ALTER TABLE NO FORCE ROW LEVEL"
                        + " SECURITY.")
                : error;
    }

    /// All restrictive ones and one of the permissive ones (add_security_quals).
    private static String condition(List<Policy> policies) {
        List<String> conditions = new ArrayList<>();
        List<String> permissive = new ArrayList<>();
        for (Policy policy :
                policies.stream().sorted(Comparator.comparing(Policy::name)).toList()) {
            if (policy.using() != null) {
                (policy.permissive() ? permissive : conditions).add("(" + policy.using() + ")");
            }
        }
        if (permissive.isEmpty()) {
            return "false";
        }
        conditions.add("(" + String.join(" OR ", permissive) + ")");
        return String.join(" AND ", conditions);
    }

    private Query visible(RteRelation entry, String condition, List<Var> extra) {
        Relation table = entry.relation();
        List<String> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column.dropped() ? "NULL::pg_catalog.int4" : Identifiers.quote(column.name()));
        }
        Query query = analyzed(table, String.join(", ", columns), condition);
        if (entry.checkAsUser() != 0) {
            query = CheckAsUser.in(query, entry.checkAsUser());
        }
        Query.Builder b = query.toBuilder();
        List<RangeTblEntry> rtable = new ArrayList<>(query.rtable());
        RteRelation all = (RteRelation) rtable.getFirst();
        rtable.set(
                0,
                new RteRelation(
                        table,
                        entry.inherit(),
                        entry.sample(),
                        all.alias(),
                        all.eref(),
                        true,
                        table.forceRowSecurity() ? SUPERUSER : table.owner()));
        b.rtable = rtable;
        List<TargetEntry> targets = new ArrayList<>(query.targetList());
        for (Var var : extra) {
            targets.add(new TargetEntry(
                    new Var(1, var.attno(), var.type(), 0, Position.NONE),
                    targets.size() + 1,
                    "column" + (targets.size() + 1),
                    0,
                    0,
                    0,
                    false));
        }
        b.targetList = targets;
        Query visible = b.build();
        if (!visible.hasSubLinks()) {
            return visible;
        }
        enter(table);
        try {
            return views.rewrite(visible);
        } finally {
            active.remove(table.oid());
        }
    }

    private void enter(Relation table) {
        if (!active.add(table.oid())) {
            throw new SqlException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "infinite recursion detected in policy for relation \"" + table.name() + "\"");
        }
    }

    private Query analyzed(Relation table, String columns, String condition) {
        String text = "SELECT " + columns + " FROM " + Identifiers.quote(table.schema()) + "."
                + Identifiers.quote(table.name()) + " WHERE " + condition;
        CatalogView qualified = new CatalogView(
                catalog.catalog(), new SearchPath(List.of(), catalog.path().tempSchema()));
        return ExprEquality.withoutPositions(
                Analyzer.analyze(SqlParser.parse(text).getFirst(), text, qualified, session, ParameterTypes.none()));
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
        Query query = analyzed(table, "", condition);
        Expr quals = query.jointree().quals();
        if (!query.hasSubLinks() || quals == null) {
            return;
        }
        enter(table);
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
