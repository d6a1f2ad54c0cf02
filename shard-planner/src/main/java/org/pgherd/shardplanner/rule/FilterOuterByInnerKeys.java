package org.pgherd.shardplanner.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.distribution.ErrorFree;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.distribution.Keys;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.CollectKeys;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Project;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Routing;

/// HashJoin(Remote(q), inner) ON a = b  =>
/// HashJoin(Remote(SELECT .. FROM (q) WHERE $k IS NULL OR a = ANY ($k)), CollectKeys(inner, b -> $k)) ON a = b.
///
/// Where an outer row without a partner is dropped anyhow (inner, semi and right joins), it need not be sent: a row
/// whose key is none of the inner keys has no partner, and equality is the join's own operator. The Remote may lie
/// deeper, below nodes that pass the column on: a join of which it is a kept side, a grouping of which it is a key
/// (whole
/// groups go), a projection of it whose other columns cannot fail or are not asked for. If the column is the shard key
/// of its table, only the shards that own the keys are asked.
/// Counter-examples: a left join shows outer rows without a partner; a sum over all rows changes without some of them;
/// a
/// text key under a nondeterministic collation is no counter-example for the operator, but for the column's own
/// collation, by which the shard would compare.
public final class FilterOuterByInnerKeys {
    /// Aggregates that raise no error.
    private static final Set<String> PARTIALS = Set.of("count", "min", "max", "bool_and", "bool_or", "every");

    /// More keys than this make a statement dearer than the rows that it saves.
    public static final int MOST_KEYS = 20_000;

    private final IntSupplier newParameter;
    private final PlanningFacts facts;
    private final boolean lenient;

    private FilterOuterByInnerKeys(IntSupplier newParameter, PlanningFacts facts, boolean lenient) {
        this.newParameter = newParameter;
        this.facts = facts;
        this.lenient = lenient;
    }

    /// @param lenient whether what is computed for outer rows without a partner is not asked for, errors included
    /// @param ownersOf the colocation group whose key the outer side's column (1-based) is, 0 if it is none
    /// @param newParameter numbers a new EXEC parameter
    public static Optional<HashJoin> apply(
            HashJoin join, boolean lenient, IntUnaryOperator ownersOf, IntSupplier newParameter, PlanningFacts facts) {
        boolean dropsOuter =
                join.kind() == JoinKind.INNER || join.kind() == JoinKind.SEMI || join.kind() == JoinKind.RIGHT;
        if (!dropsOuter) {
            return Optional.empty();
        }
        FilterOuterByInnerKeys rule = new FilterOuterByInnerKeys(newParameter, facts, lenient);
        HashJoin at = join;
        for (HashKey key : join.keys()) {
            TypeRow element = facts.types().type(key.inner().type().oid());
            if (key.outer() instanceof Var outer
                    && key.inner() instanceof Var inner
                    && element != null
                    && element.arrayOid() != 0
                    && comparable(key, facts)) {
                at = rule.filtered(at, outer, inner, element, ownersOf.applyAsInt(outer.attno()));
            }
        }
        return at == join ? Optional.empty() : Optional.of(at);
    }

    private HashJoin filtered(HashJoin join, Var outer, Var inner, TypeRow element, int group) {
        SqlType array = SqlType.of(element.arrayOid());
        int owners = Keys.comparable(outer.type().oid(), inner.type().oid()) ? group : 0;
        int[] number = {-1};
        PlanNode child = below(join.outer(), outer.attno(), remote -> {
            number[0] = newParameter.getAsInt();
            return filtered(
                    remote.node(),
                    remote.column(),
                    new Param(Param.Kind.EXEC, number[0], array, Position.NONE),
                    facts.typeName(array),
                    owners);
        });
        if (child == null) {
            return join;
        }
        CollectKeys keys = new CollectKeys(join.inner(), inner.attno(), element.oid(), number[0], MOST_KEYS);
        return new HashJoin(join.kind(), child, keys, join.keys(), join.quals(), join.rows());
    }

    /// A column of a shard's statement.
    private record Source(Remote node, int column) {}

    /// The node with the Remote that its column comes from changed; null if there is none that may be.
    private @Nullable PlanNode below(PlanNode node, int column, Function<Source, Remote> change) {
        return switch (node) {
            case Remote remote when mayFilter(remote) -> change.apply(new Source(remote, column));
            case Project p
            when p.expressions().get(column - 1) instanceof Var var
                    && var.varno() == Var.OUTER
                    && p.expressions().stream().allMatch(this::mayBeSkipped) -> {
                PlanNode child = below(p.child(), var.attno(), change);
                yield child == null ? null : new Project(child, p.expressions(), p.output());
            }
            case Aggregate a
            when a.groupingSets().isEmpty()
                    && column <= a.keys().size()
                    && a.calls().stream().allMatch(this::mayBeSkipped) -> {
                PlanNode child = below(a.child(), a.keys().get(column - 1).column(), change);
                yield child == null
                        ? null
                        : new Aggregate(
                                child, a.strategy(), a.keys(), a.calls(), a.groupingSets(), a.groupings(), a.output());
            }
            case HashJoin j -> join(j, column, change);
            default -> null;
        };
    }

    private @Nullable PlanNode join(HashJoin j, int column, Function<Source, Remote> change) {
        if (!j.quals().stream().allMatch(this::mayBeSkipped)) {
            return null;
        }
        int outers = j.outer().output().size();
        if (column <= outers) {
            boolean kept = j.kind() != JoinKind.RIGHT && j.kind() != JoinKind.FULL;
            PlanNode child = kept ? below(j.outer(), column, change) : null;
            return child == null ? null : new HashJoin(j.kind(), child, j.inner(), j.keys(), j.quals(), j.rows());
        }
        boolean kept = j.kind() == JoinKind.INNER || j.kind() == JoinKind.RIGHT;
        PlanNode child = !kept
                ? null
                : j.inner() instanceof CollectKeys c
                        ? collecting(c, below(c.child(), column - outers, change))
                        : below(j.inner(), column - outers, change);
        return child == null ? null : new HashJoin(j.kind(), j.outer(), child, j.keys(), j.quals(), j.rows());
    }

    private static @Nullable PlanNode collecting(CollectKeys c, @Nullable PlanNode child) {
        return child == null ? null : new CollectKeys(child, c.column(), c.elementType(), c.parameter(), c.limit());
    }

    private boolean mayBeSkipped(AggregateCall call) {
        return lenient
                || Integer.compareUnsigned(call.function(), ShardingCatalog.FIRST_NORMAL_OID) < 0
                        && PARTIALS.contains(facts.functionName(call.function()))
                        && call.arguments().stream().allMatch(this::mayBeSkipped);
    }

    private boolean mayBeSkipped(Expr expr) {
        return ExprFacts.volatility(expr, facts) != Volatility.VOLATILE && (lenient || ErrorFree.is(expr, facts));
    }

    /// A statement that writes, locks, or whose order counts stays as it is.
    private static boolean mayFilter(Remote remote) {
        return !remote.writes()
                && !remote.shardColumn()
                && remote.mergeOrder().isEmpty()
                && !remote.output().isEmpty();
    }

    private static Remote filtered(Remote remote, int column, Param keys, String arrayType, int group) {
        int number = remote.parameters().size() + 1;
        List<Expr> parameters = new ArrayList<>(remote.parameters());
        parameters.add(keys);
        String value = "$" + number + "::" + arrayType;
        StringBuilder sql =
                new StringBuilder("SELECT * FROM (").append(remote.sql()).append(") AS q(");
        for (int i = 1; i <= remote.output().size(); i++) {
            sql.append(i == 1 ? "c" : ", c").append(i);
        }
        sql.append(") WHERE (")
                .append(value)
                .append(" IS NULL OR q.c")
                .append(column)
                .append(" = ANY (")
                .append(value)
                .append("))");
        Remote changed = remote.withSql(sql.toString(), parameters);
        return group != 0 && remote.routing() instanceof Routing.AllShards
                ? changed.withRouting(new Routing.Owners(group, keys))
                : changed;
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
