package org.pgherd.shardplanner.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.PlannedExpr;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.deparse.PlanExprText;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.RepartitionJoin;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.Why;

/// HashJoin(a, b) ON a.k = b.k  =>  the same join by each shard over the rows of a and b whose k has the shard's
/// hashes.
///
/// Equal keys have equal hashes, so that all partners of a row are on its shard; a row without a partner there has none
/// anywhere, and as each row is on one shard, outer, semi and anti joins see it once.
/// Counter-example: a qual with a volatile or stable function, or one of the coordinator's parameters, would be
/// computed
/// by other sessions than the statement's; a column of a user's type has another number on each shard.
public final class RepartitionJoinByKey {
    private RepartitionJoinByKey() {}

    public static Optional<RepartitionJoin> apply(HashJoin join, String why, PlanningFacts facts) {
        List<PlanColumn> outer = join.outer().output();
        List<PlanColumn> inner = join.inner().output();
        boolean plain = outer.stream().allMatch(column -> travels(column.type()))
                && inner.stream().allMatch(column -> travels(column.type()))
                && join.keys().stream().allMatch(key -> portable(key.outer(), facts) && portable(key.inner(), facts))
                && join.quals().stream().allMatch(qual -> portable(qual, facts));
        if (!plain) {
            return Optional.empty();
        }
        return Optional.of(new RepartitionJoin(
                join.kind(),
                join.outer(),
                join.inner(),
                join.keys(),
                types(outer, facts),
                types(inner, facts),
                sql(join, facts),
                join.rows(),
                new Why(Rung.REPARTITION, why, "the rows of both sides lie on different shards")));
    }

    private static boolean travels(SqlType type) {
        TypeRow row = BuiltinCatalog.instance().type(type.oid());
        // numbers of objects mean something else on each shard
        return row != null
                && (row.kind() == 'b' || row.kind() == 'r')
                && !row.name().startsWith("reg");
    }

    private static boolean portable(Expr expr, PlanningFacts facts) {
        boolean[] builtin = {true};
        ExprFacts.functions(
                expr, facts, function -> builtin[0] &= BuiltinCatalog.instance().proc(function) != null);
        return builtin[0]
                && !ExprWalk.any(expr, e -> e instanceof Param || e instanceof PlannedExpr)
                && ExprFacts.volatility(expr, facts) == Volatility.IMMUTABLE;
    }

    private static List<String> types(List<PlanColumn> columns, PlanningFacts facts) {
        List<String> types = new ArrayList<>();
        for (PlanColumn column : columns) {
            SqlType type = column.type();
            TypeRow row = BuiltinCatalog.instance().type(type.oid());
            boolean usual = type.collation() == 0 || row != null && row.collation() == type.collation();
            // what was computed already has its modifier applied
            String name = facts.typeName(new SqlType(type.oid(), -1, 0));
            types.add(usual ? name : name + " COLLATE " + facts.collationName(type.collation()));
        }
        return types;
    }

    private static List<PlanColumn> named(String prefix, List<PlanColumn> columns) {
        List<PlanColumn> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            named.add(new PlanColumn(prefix + (i + 1), columns.get(i).type()));
        }
        return named;
    }

    private static String sql(HashJoin join, PlanningFacts facts) {
        List<PlanColumn> outer = named("o", join.outer().output());
        List<PlanColumn> inner = named("i", join.inner().output());
        StringJoiner on = new StringJoiner(" AND ");
        for (HashKey key : join.keys()) {
            on.add("(" + text(key.outer(), outer, List.of(), facts) + ") " + facts.operatorName(key.operator()) + " ("
                    + text(key.inner(), inner, List.of(), facts) + ")");
        }
        for (Expr qual : join.quals()) {
            on.add("(" + text(qual, outer, inner, facts) + ")");
        }
        StringJoiner shown = new StringJoiner(", ");
        outer.forEach(column -> shown.add(column.name()));
        if (join.kind().yieldsInner()) {
            inner.forEach(column -> shown.add(column.name()));
        }
        String select = "SELECT " + shown + " FROM " + RepartitionJoin.OUTER_TABLE;
        return switch (join.kind()) {
            case INNER, LEFT, RIGHT, FULL ->
                select + " " + join.kind() + " JOIN " + RepartitionJoin.INNER_TABLE + " ON " + on;
            case SEMI -> select + " WHERE EXISTS (SELECT FROM " + RepartitionJoin.INNER_TABLE + " WHERE " + on + ")";
            case ANTI ->
                select + " WHERE NOT EXISTS (SELECT FROM " + RepartitionJoin.INNER_TABLE + " WHERE " + on + ")";
        };
    }

    private static String text(Expr expr, List<PlanColumn> outer, List<PlanColumn> inner, PlanningFacts facts) {
        return PlanExprText.of(
                expr,
                outer,
                inner,
                planned -> {
                    throw new AssertionError("a subplan in a join of the shards: " + planned);
                },
                facts);
    }
}
