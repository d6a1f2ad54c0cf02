package org.pgherd.shardplanner.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.CollectKeys;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.Remote;

/// HashJoin(Remote(q), inner) ON a = b  =>
/// HashJoin(Remote(SELECT .. FROM (q) WHERE $k IS NULL OR a = ANY ($k)), CollectKeys(inner, b -> $k)) ON a = b.
///
/// Where an outer row without a partner is dropped anyhow (inner, semi and right joins), it need not be sent: a row
/// whose key is none of the inner keys has no partner, and equality is the join's own operator.
/// Counter-example: a left join shows outer rows without a partner; a text key under a nondeterministic collation is
/// no counter-example for the operator, but for the column's own collation, by which the shard would compare.
public final class FilterOuterByInnerKeys {
    /// More keys than this make a statement dearer than the rows that it saves.
    public static final int MOST_KEYS = 20_000;

    private FilterOuterByInnerKeys() {}

    /// @param newParameter numbers a new EXEC parameter
    public static Optional<HashJoin> apply(HashJoin join, IntSupplier newParameter, PlanningFacts facts) {
        boolean dropsOuter =
                join.kind() == JoinKind.INNER || join.kind() == JoinKind.SEMI || join.kind() == JoinKind.RIGHT;
        if (!dropsOuter) {
            return Optional.empty();
        }
        HashJoin at = join;
        for (HashKey key : join.keys()) {
            TypeRow element = facts.types().type(key.inner().type().oid());
            if (at.outer() instanceof Remote remote
                    && mayFilter(remote)
                    && key.outer() instanceof Var outer
                    && key.inner() instanceof Var inner
                    && element != null
                    && element.arrayOid() != 0
                    && comparable(key, facts)) {
                at = filtered(at, remote, outer, inner, element, newParameter.getAsInt(), facts);
            }
        }
        return at == join ? Optional.empty() : Optional.of(at);
    }

    /// A statement that writes, locks, or whose order counts stays as it is.
    private static boolean mayFilter(Remote remote) {
        return !remote.writes()
                && !remote.shardColumn()
                && remote.mergeOrder().isEmpty()
                && !remote.output().isEmpty();
    }

    private static HashJoin filtered(
            HashJoin join, Remote remote, Var outer, Var inner, TypeRow element, int parameter, PlanningFacts facts) {
        SqlType array = SqlType.of(element.arrayOid());
        int number = remote.parameters().size() + 1;
        List<Expr> parameters = new ArrayList<>(remote.parameters());
        parameters.add(new Param(Param.Kind.EXEC, parameter, array, Position.NONE));
        String value = "$" + number + "::" + facts.typeName(array);
        StringBuilder sql =
                new StringBuilder("SELECT * FROM (").append(remote.sql()).append(") AS q(");
        for (int i = 1; i <= remote.output().size(); i++) {
            sql.append(i == 1 ? "c" : ", c").append(i);
        }
        sql.append(") WHERE (")
                .append(value)
                .append(" IS NULL OR q.c")
                .append(outer.attno())
                .append(" = ANY (")
                .append(value)
                .append("))");
        CollectKeys keys = new CollectKeys(join.inner(), inner.attno(), element.oid(), parameter, MOST_KEYS);
        return new HashJoin(
                join.kind(), remote.withSql(sql.toString(), parameters), keys, join.keys(), join.quals(), join.rows());
    }

    private static boolean comparable(HashKey key, PlanningFacts facts) {
        return facts.operatorName(key.operator()).equals("=")
                && simple(key.outer().type().oid())
                && simple(key.inner().type().oid())
                && (key.collation() == 0 || key.collation() == Collations.DEFAULT && sameCollation(key.outer()));
    }

    private static boolean sameCollation(Expr outer) {
        return outer.collation() == Collations.DEFAULT;
    }

    private static boolean simple(int type) {
        return switch (type) {
            case TypeOids.INT2,
                    TypeOids.INT4,
                    TypeOids.INT8,
                    TypeOids.OID,
                    TypeOids.TEXT,
                    TypeOids.VARCHAR,
                    TypeOids.UUID,
                    TypeOids.DATE,
                    TypeOids.TIMESTAMP,
                    TypeOids.TIMESTAMPTZ,
                    TypeOids.NUMERIC -> true;
            default -> false;
        };
    }
}
