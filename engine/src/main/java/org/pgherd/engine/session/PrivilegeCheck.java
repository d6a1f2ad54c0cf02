package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.Var;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.prepare.FlattenJoinAliases;

/// What the session's role needs the right to do for a statement of which each shard gets only parts, or none: read
/// the tables and columns it names (ExecCheckPermissions) and call its routines (ExecInitFunc). What is written the
/// shards check themselves.
public final class PrivilegeCheck {
    private final SessionState session;
    private final PlanningFacts facts;
    /// What is asked for, as SQL, and what is said if the answer is no; in PostgreSQL's order.
    private final Map<String, Supplier<SqlException>> wanted = new LinkedHashMap<>();

    private PrivilegeCheck(SessionState session, PlanningFacts facts) {
        this.session = session;
        this.facts = facts;
    }

    /// Whether nothing need be asked for.
    public static boolean mayAll(SessionState session) {
        return session.settings().required("is_superuser").equals("on");
    }

    /// @param query after rewriting
    static void of(Query query, SessionState session, PlanningFacts facts) {
        if (mayAll(session)) {
            return;
        }
        PrivilegeCheck check = new PrivilegeCheck(session, facts);
        Query flat = withoutJoinColumns(FlattenJoinAliases.in(query));
        ExprWalk.allQueries(flat).forEach(check::relations);
        check.routines(flat);
        check.ask();
    }

    /// A join that shows a column does not read it.
    private static Query withoutJoinColumns(Query query) {
        return new ExprRewriter() {
            @Override
            public RangeTblEntry rewrite(RangeTblEntry entry) {
                if (!(entry instanceof RteJoin join)) {
                    return super.rewrite(entry);
                }
                List<Expr> none = join.columnTypes().stream()
                        .<Expr>map(type -> new Const(type, null, Position.NONE))
                        .toList();
                return new RteJoin(
                        join.joinType(),
                        join.mergedCount(),
                        none,
                        join.leftColumns(),
                        join.rightColumns(),
                        join.joinUsingAlias(),
                        join.alias(),
                        join.eref(),
                        join.inFromClause());
            }
        }.rewrite(query);
    }

    private void ask() {
        if (wanted.isEmpty()) {
            return;
        }
        List<@Nullable String[]> rows =
                TextRows.of(session.catalogShard(false), "SELECT " + String.join(", ", wanted.keySet()));
        int at = 0;
        for (Supplier<SqlException> refusal : wanted.values()) {
            if (!"t".equals(rows.getFirst()[at++])) {
                throw refusal.get();
            }
        }
    }

    private void relations(Query query) {
        for (int rti = 1; rti <= query.rtable().size(); rti++) {
            if (query.rte(rti) instanceof RteRelation entry
                    && entry.checkAsUser() == 0
                    && rti != query.resultRelation()
                    && rti != query.returningOld()
                    && rti != query.returningNew()) {
                Relation relation = entry.relation();
                wanted.putIfAbsent(maySelect(relation, columns(query, rti)), () -> denied(relation));
            }
        }
    }

    /// Attribute numbers that the query and those in it read of an entry.
    private static Set<Integer> columns(Query query, int rti) {
        Set<Integer> found = new TreeSet<>();
        ExprWalk.anyDeep(query, 0, (e, depth) -> {
            if (e instanceof Var var && var.varno() == rti && var.levelsUp() == depth) {
                found.add(var.attno());
            }
            return false;
        });
        return found;
    }

    private static String maySelect(Relation relation, Set<Integer> columns) {
        String oid = Integer.toUnsignedString(relation.oid()) + "::pg_catalog.oid";
        if (columns.isEmpty()) {
            return "pg_catalog.has_any_column_privilege(" + oid + ", 'SELECT')";
        }
        Set<Integer> each = new LinkedHashSet<>(columns);
        if (each.remove(0)) {
            relation.columns().stream()
                    .filter(column -> !column.dropped())
                    .map(Column::attnum)
                    .forEach(each::add);
        }
        String all = each.stream()
                .map(attnum ->
                        "pg_catalog.has_column_privilege(" + oid + ", (" + attnum + ")::pg_catalog.int2, 'SELECT')")
                .collect(Collectors.joining(" AND "));
        return "pg_catalog.has_table_privilege(" + oid + ", 'SELECT')" + (all.isEmpty() ? "" : " OR " + all);
    }

    private static SqlException denied(Relation relation) {
        String kind = switch (relation.kind()) {
            case VIEW -> "view ";
            case MATERIALIZED_VIEW -> "materialized view ";
            case SEQUENCE -> "sequence ";
            case FOREIGN_TABLE -> "foreign table ";
            default -> "table ";
        };
        return new SqlException(SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for " + kind + relation.name());
    }

    private void routines(Query query) {
        List<Integer> found = new ArrayList<>();
        ExprWalk.anyDeep(query, 0, (e, _) -> {
            ExprFacts.ownFunction(e, facts, found::add);
            return false;
        });
        CatalogView view = session.view();
        for (int routine : found) {
            if (view.catalog().routine(routine) != null) {
                wanted.putIfAbsent(mayExecute(routine), () -> deniedRoutine(routine, view));
            }
        }
    }

    /// The question in SQL.
    public static String mayExecute(int routine) {
        return "pg_catalog.has_function_privilege(" + Integer.toUnsignedString(routine)
                + "::pg_catalog.oid, 'EXECUTE')";
    }

    public static SqlException deniedRoutine(int routine, CatalogView view) {
        ProcRow row = view.catalog().proc(routine);
        String kind = switch (row == null ? 'f' : row.kind()) {
            case 'p' -> "procedure ";
            case 'a' -> "aggregate ";
            default -> "function ";
        };
        return new SqlException(
                SqlState.INSUFFICIENT_PRIVILEGE,
                "permission denied for " + kind + (row == null ? Integer.toUnsignedString(routine) : row.name()));
    }
}
