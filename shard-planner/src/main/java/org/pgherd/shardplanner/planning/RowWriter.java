package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.ForeignKey;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.catalog.Trigger;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.query.Alias;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.Overriding;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.SetToDefault;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.deparse.QueryText;
import org.pgherd.shardplanner.deparse.SqlText;
import org.pgherd.shardplanner.deparse.SystemColumns;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.distribution.WriteLocality;
import org.pgherd.shardplanner.facts.Reach;
import org.pgherd.shardplanner.facts.Volatility;
import org.pgherd.shardplanner.plan.MovedTable;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.ReferringKey;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.ShardDelete;
import org.pgherd.shardplanner.plan.ShardInsert;
import org.pgherd.shardplanner.plan.ShardUpdate;
import org.pgherd.shardplanner.plan.Why;
import org.pgherd.shardplanner.plan.WriteColumn;
import org.pgherd.shardplanner.plan.WriteTarget;
import org.pgherd.shardplanner.prepare.SplitRowAssignment;

/// Writes whose rows the coordinator finds: the query's FROM is planned like a SELECT's, its rows feed a writing
/// node.
final class RowWriter {
    private final QueryPlanner queries;
    private final Environment environment;
    private final Planning planning;

    RowWriter(QueryPlanner queries, Environment environment) {
        this.queries = queries;
        this.environment = environment;
        this.planning = queries.planning();
    }

    PlanNode insert(Query query, RteRelation target, String why) {
        List<Expr> values = new ArrayList<>();
        List<PlanColumn> columns = new ArrayList<>();
        List<WriteColumn> written = new ArrayList<>();
        int keyColumn = -1;
        int key = planning.tables().distribution(target) instanceof Distribution.Hash hash ? hash.attnum() : 0;
        TargetEntry reassigned = key == 0 ? null : WriteLocality.reassigned(query, key);
        if (reassigned != null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "ON CONFLICT DO UPDATE that changes the shard key \""
                            + target.relation().column(key).name() + "\" is not supported",
                    reassigned.expr().at());
        }
        for (TargetEntry entry : query.targetList()) {
            if (entry.expr() instanceof SetToDefault) {
                continue;
            }
            requirePlain(entry);
            Column column = target.relation().column(entry.resno());
            if (entry.resno() == key) {
                keyColumn = values.size();
            }
            written.add(column(column, values.size() + 1));
            columns.add(new PlanColumn(column.name(), entry.expr().type()));
            values.add(entry.expr());
        }
        if (key != 0 && keyColumn < 0) {
            Column column = target.relation().column(key);
            if (column.defaultExpr() == null && column.identity() == Column.Identity.NO) {
                keyColumn = values.size();
                written.add(column(column, values.size() + 1));
                columns.add(new PlanColumn(column.name(), column.type()));
                values.add(Const.ofNull(column.type(), Position.NONE));
            }
        }
        if (key != 0 && keyColumn < 0) {
            Column column = target.relation().column(key);
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "INSERT into sharded table \"" + target.relation().name()
                                    + "\" needs a value for its shard key \"" + column.name() + "\"")
                    .withAt(query.at());
        }
        FromPlanner from = new FromPlanner(query, environment, queries, why);
        LocalPart rows = from.local(from.plan(values), values);
        LocalPart projected = queries.project(rows, values, columns, environment);
        boolean rowOnly = returnsRowOnly(query);
        List<TargetEntry> returned = rowOnly ? query.returningList() : ownColumns(query);
        Query.Builder b = withoutAlias(query, target).toBuilder();
        b.returningList = returned;
        SqlText suffix = QueryText.insertSuffix(b.build(), planning.facts());
        String prefix = overriding(query.override());
        ShardInsert insert = new ShardInsert(
                projected.node(),
                target(target),
                written,
                keyColumn,
                prefix,
                suffix.sql().strip(),
                suffix.parameters(),
                suffix.sql().isEmpty() && prefix.isEmpty(),
                Remotes.columns(returned),
                new Why(Rung.SPLIT, "each row goes to the shard of its key", why));
        if (rowOnly) {
            return insert;
        }
        LocalPart inserted = new LocalPart(Set.of(), insert, QueryPlanner.exprs(returned), projected.rows());
        List<Expr> shown = QueryPlanner.exprs(query.returningList());
        return queries.project(inserted, shown, Remotes.columns(query.returningList()), environment)
                .node();
    }

    /// The target's columns that RETURNING reads, at least one.
    private static List<TargetEntry> ownColumns(Query query) {
        List<TargetEntry> entries = new ArrayList<>();
        for (TargetEntry entry : query.returningList()) {
            for (Var var : Quals.vars(entry.expr())) {
                if (entries.stream().noneMatch(known -> known.expr().equals(var))) {
                    entries.add(new TargetEntry(var, entries.size() + 1, "?column?", 0, 0, 0, false));
                }
            }
        }
        if (entries.isEmpty()) {
            Expr any = new Var(query.resultRelation(), SystemColumns.CTID, SqlType.of(TypeOids.TID), 0, Position.NONE);
            entries.add(new TargetEntry(any, 1, "ctid", 0, 0, 0, false));
        }
        return entries;
    }

    static String overriding(Overriding override) {
        return switch (override) {
            case NOT_SET -> "";
            case USER_VALUE -> "OVERRIDING USER VALUE";
            case SYSTEM_VALUE -> "OVERRIDING SYSTEM VALUE";
        };
    }

    static void requirePlain(TargetEntry entry) {
        if (ExprWalk.any(entry.expr(), SetToDefault.class::isInstance)) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "DEFAULT as part of a value over several shards is not supported",
                    entry.expr().at());
        }
    }

    WriteTarget target(RteRelation target) {
        return target(target.relation());
    }

    private WriteTarget target(Relation relation) {
        String name = Identifiers.quote(relation.schema()) + "." + Identifiers.quote(relation.name());
        return new WriteTarget(
                relation.oid(), name, planning.tables().sharding().of(relation.oid()));
    }

    /// Of an UPDATE by which rows may move to other shards.
    private WriteTarget movingTarget(Relation target) {
        requireNoRowTriggers(target);
        WriteTarget plain = target(target);
        String own = (target.kind() == RelationKind.TABLE ? "ONLY " : "") + plain.sqlName();
        List<ReferringKey> keys = new ArrayList<>();
        planning.facts()
                .referring(target.oid())
                .forEach((referring, all) -> all.forEach(key -> {
                    if (planning.tables().sharding().of(referring.oid()) instanceof Distribution.Hash) {
                        keys.add(referringKey(target, referring, key, own));
                    }
                }));
        return new WriteTarget(plain.relation(), plain.sqlName(), plain.distribution(), keys);
    }

    /// Of a row that moves the shards see a deletion and an insertion.
    static void requireNoRowTriggers(Relation target) {
        for (Trigger trigger : target.triggers()) {
            if (trigger.enabled() && trigger.forEachRow()) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "changing the shard key of rows of \"" + target.name() + "\", which has trigger \""
                                + trigger.name() + "\", is not supported");
            }
        }
    }

    private static ReferringKey referringKey(Relation target, Relation referring, ForeignKey key, String rows) {
        StringJoiner columns = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        StringJoiner quals = new StringJoiner(" AND ");
        for (int i = 0; i < key.columns().size(); i++) {
            String column = target.column(key.referencedColumns().get(i)).name();
            String quoted = Identifiers.quote(column);
            columns.add(column);
            values.add("t." + quoted);
            quals.add("r."
                    + Identifiers.quote(referring.column(key.columns().get(i)).name()) + " = t." + quoted);
        }
        return new ReferringKey(
                key.name(),
                target.name(),
                referring.name(),
                columns.toString(),
                key.onUpdate(),
                "SELECT pg_catalog.concat_ws(', ', " + values + ") FROM " + rows + " AS t JOIN "
                        + Identifiers.quote(referring.schema()) + "." + Identifiers.quote(referring.name())
                        + " AS r ON " + quals + " WHERE (t.ctid, t.tableoid) IN"
                        + " (SELECT * FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.tid[]), pg_catalog.unnest($2::pg_catalog.oid[])) AS v) LIMIT 1");
    }

    WriteColumn column(Column column, int source) {
        return new WriteColumn(
                column.name(),
                Identifiers.quote(column.name()),
                planning.facts().typeName(column.type()),
                column.type(),
                source);
    }

    PlanNode update(Query query, RteRelation target, String why) {
        List<Expr> values = new ArrayList<>();
        List<PlanColumn> columns = new ArrayList<>();
        List<WriteColumn> written = new ArrayList<>();
        for (TargetEntry entry : query.targetList()) {
            if (entry.junk()) {
                continue;
            }
            requirePlain(entry);
            Column column = target.relation().column(entry.resno());
            written.add(column(column, values.size() + 1));
            columns.add(new PlanColumn(column.name(), entry.expr().type()));
            values.add(entry.expr());
        }
        List<WriteColumn> move = new ArrayList<>();
        int moveKey = -1;
        if (planning.tables().distribution(target) instanceof Distribution.Hash hash
                && WriteLocality.assignsKey(query, hash.attnum())) {
            for (Column column : target.relation().columns()) {
                if (column.dropped() || column.isGenerated()) {
                    continue;
                }
                WriteColumn assigned = find(written, column.name());
                int source = assigned != null ? assigned.source() : values.size() + 1;
                if (assigned == null) {
                    values.add(new Var(query.resultRelation(), column.attnum(), column.type(), 0, Position.NONE));
                    columns.add(new PlanColumn(column.name(), column.type()));
                }
                if (column.attnum() == hash.attnum()) {
                    moveKey = move.size();
                }
                move.add(column(column, source));
            }
        }
        int first = values.size();
        LocalPart rows = found(query, values, columns, why);
        return new ShardUpdate(
                rows.node(),
                move.isEmpty() ? target(target) : movingTarget(target.relation()),
                first + 1,
                first + 2,
                first + 3,
                written,
                move,
                moveKey,
                move.isEmpty() || !hasFamily(target) ? List.of() : family(target),
                returning(query),
                Remotes.columns(query.returningList()),
                new Why(Rung.SPLIT, "rows are found here and updated by their ctid", why));
    }

    static @Nullable WriteColumn find(List<WriteColumn> written, String name) {
        return written.stream().filter(w -> w.name().equals(name)).findFirst().orElse(null);
    }

    PlanNode delete(Query query, RteRelation target, String why) {
        LocalPart rows = found(query, new ArrayList<>(), new ArrayList<>(), why);
        return new ShardDelete(
                rows.node(),
                target(target),
                1,
                2,
                3,
                returning(query),
                Remotes.columns(query.returningList()),
                new Why(Rung.SPLIT, "rows are found here and deleted by their ctid", why));
    }

    /// A row that moves is inserted anew, by the name of the table that was given: a child's row would lose its place.
    static void requireOwnRows(Query query, RteRelation target) {
        if (hasFamily(target)) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "changing the shard key of rows of \"" + target.relation().name()
                            + "\" and its children is not supported",
                    query.at());
        }
    }

    private static boolean hasFamily(RteRelation target) {
        return target.relation().kind() == RelationKind.TABLE
                && target.inherit()
                && !target.relation().children().isEmpty();
    }

    private List<MovedTable> family(RteRelation target) {
        List<MovedTable> family = new ArrayList<>();
        for (Relation member : planning.facts().family(target.relation().oid())) {
            List<WriteColumn> own = new ArrayList<>();
            for (Column column : member.columns()) {
                if (!column.dropped()
                        && !column.isGenerated()
                        && target.relation().column(column.name()) == null) {
                    own.add(column(column, own.size() + 1));
                }
            }
            boolean temporary = member.persistence() == Persistence.TEMPORARY;
            family.add(new MovedTable(
                    movingTarget(member),
                    own,
                    temporary ? planning.tables().sharding().catalogShard() : -1));
        }
        return family;
    }

    /// The rows to write, locked: the given values, then shard number, ctid and tableoid of each.
    private LocalPart found(Query query, List<Expr> values, List<PlanColumn> columns, String why) {
        int rtindex = query.resultRelation();
        values.add(ShardNumber.of(rtindex));
        columns.add(new PlanColumn("shard", SqlType.INT4));
        values.add(new Var(rtindex, SystemColumns.CTID, SqlType.of(TypeOids.TID), 0, Position.NONE));
        columns.add(new PlanColumn("ctid", SqlType.of(TypeOids.TID)));
        values.add(new Var(rtindex, SystemColumns.TABLEOID, SqlType.OID, 0, Position.NONE));
        columns.add(new PlanColumn("tableoid", SqlType.OID));
        Query.Builder b = query.toBuilder();
        b.commandType = CommandType.SELECT;
        b.resultRelation = 0;
        b.targetList = List.of();
        b.returningList = List.of();
        List<FromItem> items = new ArrayList<>(query.jointree().fromList());
        if (items.stream().noneMatch(item -> item instanceof RangeTblRef ref && ref.rtindex() == rtindex)) {
            items.add(new RangeTblRef(rtindex));
        }
        b.jointree = new FromExpr(items, query.jointree().quals());
        b.rowMarks = List.of(
                new RowMarkClause(rtindex, RowMarkClause.Strength.UPDATE, RowMarkClause.WaitPolicy.BLOCK, false));
        Query select = b.build();
        FromPlanner from = new FromPlanner(select, environment, queries, why);
        LocalPart rows = from.local(from.plan(values), values);
        LocalPart sourced = queries.withColumns(rows, List.copyOf(SplitRowAssignment.records(values)), environment);
        return queries.project(sourced, values, columns, environment);
    }

    /// Whether rows are found by their place on a shard, which then has all that RETURNING needs.
    boolean writesRowsOnly(Query query, RteRelation target) {
        Distribution distribution = planning.tables().distribution(target);
        // a row that moves is a new one where it is inserted
        boolean losesOld = query.returningOld() != 0
                && distribution instanceof Distribution.Hash hash
                && WriteLocality.assignsKey(query, hash.attnum());
        return !(distribution instanceof Distribution.Reference) && !losesOld && returnsRowOnly(query);
    }

    /// Whether the shard that writes a row can compute RETURNING of it: from the row alone, without parameters.
    private boolean returnsRowOnly(Query query) {
        for (TargetEntry entry : query.returningList()) {
            Expr expr = entry.expr();
            Set<Integer> reads = Quals.relations(expr);
            reads.remove(query.returningOld());
            reads.remove(query.returningNew());
            if (!Set.of(query.resultRelation()).containsAll(reads)
                    || !ExprFacts.subLinks(expr).isEmpty()
                    || ExprWalk.any(expr, Param.class::isInstance)
                    || ExprFacts.volatility(expr, planning.facts()) == Volatility.VOLATILE
                    || ExprFacts.reach(expr, planning.facts()) == Reach.TABLES) {
                return false;
            }
        }
        return true;
    }

    /// RETURNING over the written row alone, under the alias `t` of the writing statements.
    private String returning(Query query) {
        return query.returningList().isEmpty() ? "" : QueryText.returning(query, "t", planning.facts());
    }

    /// The statement that inserts a batch of rows names the table itself.
    private static Query withoutAlias(Query query, RteRelation target) {
        String name = target.relation().name();
        if (target.eref().name().equals(name)) {
            return query;
        }
        Query.Builder b = query.toBuilder();
        b.rtable = new ArrayList<>(query.rtable());
        b.rtable.set(
                query.resultRelation() - 1,
                new RteRelation(
                        target.relation(),
                        target.inherit(),
                        null,
                        null,
                        new Alias(name, target.eref().columnNames()),
                        target.inFromClause(),
                        target.checkAsUser()));
        return b.build();
    }
}
