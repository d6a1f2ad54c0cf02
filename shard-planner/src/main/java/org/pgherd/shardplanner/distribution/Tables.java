package org.pgherd.shardplanner.distribution;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.shardplanner.deparse.QueryText;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Where single relations are, and which shards the quals on their keys leave.
public final class Tables {
    private final ShardingCatalog sharding;
    private final PlanningFacts facts;
    private final boolean byName;
    /// The first EXEC parameter that shards are not sent; those before it are known when the statement begins.
    private final int unsent;

    public Tables(ShardingCatalog sharding, PlanningFacts facts) {
        this(sharding, facts, false, Integer.MAX_VALUE);
    }

    private Tables(ShardingCatalog sharding, PlanningFacts facts, boolean byName, int unsent) {
        this.sharding = sharding;
        this.facts = facts;
        this.byName = byName;
        this.unsent = unsent;
    }

    /// For a statement whose rows are all read before it writes any: shards are not asked with values that come up
    /// while it runs.
    ///
    /// @param parameter the first EXEC parameter of those
    public Tables readFirst(int parameter) {
        return new Tables(sharding, facts, byName, parameter);
    }

    /// Whether the shards of a value can be told when the rows are read.
    private boolean isKnown(Expr value) {
        return Equalities.isConstant(value) && !ExprWalk.any(value, this::isUnsent);
    }

    boolean isUnsent(Expr expr) {
        return expr instanceof Param param && param.kind() == Param.Kind.EXEC && param.number() >= unsent;
    }

    /// For a statement that names the views that it reads: the shards see to it which role reads what is in them.
    public Tables byName() {
        return new Tables(sharding, facts, true, unsent);
    }

    public boolean isByName() {
        return byName;
    }

    /// The rows' spread with the role that reads them (ExecCheckPermissions and get_row_security_policies of
    /// PostgreSQL). The shard's current_user is then that role, which policies must not depend on.
    Spread spread(RteRelation relation, int rtindex, Equalities equal, Query query) {
        Spread rows = rows(relation, rtindex, equal, query);
        if (byName || relation.checkAsUser() == 0) {
            return rows;
        }
        Relation table = relation.relation();
        boolean exempt = table.owner() == relation.checkAsUser() && !table.forceRowSecurity()
                || facts.bypassesRowSecurity(relation.checkAsUser());
        if (table.rowSecurity() && !exempt) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "row-level security of \"" + table.name()
                            + "\" under another role's view over several shards is not supported by PgHerd");
        }
        return rows.readBy(relation.checkAsUser());
    }

    public PlanningFacts facts() {
        return facts;
    }

    public ShardingCatalog sharding() {
        return sharding;
    }

    public Distribution distribution(RteRelation relation) {
        return sharding.of(relation.relation().oid());
    }

    /// The catalog shard, for system catalogs, sequences and server state.
    Spread catalog() {
        return Spread.one(new Pin.ToShard(sharding.catalogShard()), "system catalogs are on the catalog shard");
    }

    private Spread rows(RteRelation relation, int rtindex, Equalities equal, Query query) {
        String name = relation.relation().name();
        if (relation.relation().kind() == RelationKind.SEQUENCE) {
            return catalog();
        }
        if (relation.relation().kind() == RelationKind.VIEW
                && Integer.compareUnsigned(relation.relation().oid(), ShardingCatalog.FIRST_NORMAL_OID) >= 0) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "view \"" + relation.relation().name() + "\" cannot be planned: its definition was not expanded");
        }
        return switch (distribution(relation)) {
            case Distribution.Reference _ -> Spread.replicated(name + " is a reference table");
            case Distribution.Single single ->
                Spread.one(new Pin.ToShard(single.shard()), name + " is on shard " + single.shard());
            case Distribution.Schema schema ->
                Spread.one(
                        new Pin.ToShard(schema.shard()),
                        "schema " + schema.schema() + " is on shard " + schema.shard());
            case Distribution.Catalog _ -> catalog();
            case Distribution.Hash hash -> sharded(relation, hash, rtindex, equal, query);
        };
    }

    private Spread sharded(RteRelation relation, Distribution.Hash hash, int rtindex, Equalities equal, Query query) {
        Var key = new Var(
                rtindex,
                hash.attnum(),
                relation.relation().column(hash.attnum()).type(),
                0,
                Position.NONE);
        String name = relation.relation().name() + "."
                + relation.relation().column(hash.attnum()).name();
        int group = hash.group().id();
        if (relation.inherit() && hasTemporaryChild(relation.relation())) {
            return new Spread(
                    Spread.Kind.SHARDED,
                    group,
                    Set.of(),
                    null,
                    null,
                    "a temporary table that inherits from "
                            + relation.relation().name() + " has all its rows on the catalog shard");
        }
        Expr constant = equal.constantOf(key);
        if (constant != null
                && isKnown(constant)
                && Keys.comparable(constant.type().oid(), key.type().oid())) {
            return new Spread(
                    Spread.Kind.SHARDED,
                    group,
                    Set.of(key),
                    new Pin.ToKey(group, constant),
                    null,
                    name + " = " + describe(constant, query) + " pins the shard key");
        }
        KeyList narrowed = narrowed(key, group, equal);
        String because = narrowed == null
                ? relation.relation().name() + " is sharded by " + name
                : "a list of values for " + name + " leaves the shards of these keys";
        return new Spread(Spread.Kind.SHARDED, group, Set.of(key), null, narrowed, because);
    }

    private boolean hasTemporaryChild(Relation relation) {
        return !relation.children().isEmpty()
                && facts.family(relation.oid()).stream()
                        .anyMatch(member -> member.persistence() == Persistence.TEMPORARY);
    }

    /// `key IN (..)`, `key = ANY (array)`, `key = a OR key = b`.
    private @Nullable KeyList narrowed(Var key, int group, Equalities equal) {
        for (Expr conjunct : equal.conjuncts()) {
            if (conjunct instanceof ScalarArrayOpExpr in
                    && in.useOr()
                    && facts.isHashableEquality(in.opNo())
                    && equal.same(Equalities.plain(in.args().get(0)), key)) {
                Expr array = in.args().get(1);
                if (array instanceof ArrayExpr list
                        && !list.multiDims()
                        && list.elements().stream().allMatch(this::isKnown)
                        && Keys.comparable(list.elementType(), key.type().oid())) {
                    return new KeyList(group, list.elements(), false);
                }
                if (!(array instanceof ArrayExpr) && isKnown(array) && comparableArray(array, key)) {
                    return new KeyList(group, List.of(array), true);
                }
            }
            if (conjunct instanceof BoolExpr or && or.kind() == BoolExpr.Kind.OR) {
                List<Expr> keys = new java.util.ArrayList<>();
                for (Expr arm : or.args()) {
                    Expr value = keyValue(arm, key, equal);
                    if (value != null) {
                        keys.add(value);
                    }
                }
                if (keys.size() == or.args().size()) {
                    return new KeyList(group, keys, false);
                }
            }
        }
        return null;
    }

    private boolean comparableArray(Expr array, Var key) {
        var row = facts.types().type(array.type().oid());
        return row != null
                && row.isTrueArray()
                && Keys.comparable(row.elementOid(), key.type().oid());
    }

    /// The constant c of an arm `key = c AND ...`; null if the arm does not fix the key.
    private @Nullable Expr keyValue(Expr arm, Var key, Equalities equal) {
        for (Expr part : Equalities.conjuncts(arm)) {
            if (part instanceof OpExpr op && op.args().size() == 2 && facts.isHashableEquality(op.opNo())) {
                Expr left = Equalities.plain(op.left());
                Expr right = Equalities.plain(op.right());
                Expr value = equal.same(left, key) ? right : equal.same(right, key) ? left : null;
                if (value != null
                        && isKnown(value)
                        && Keys.comparable(value.type().oid(), key.type().oid())) {
                    return value;
                }
            }
        }
        return null;
    }

    String describe(Expr expr, Query query) {
        boolean outer = org.pgherd.analyzer.query.ExprWalk.any(expr, e -> e instanceof Var var && var.levelsUp() > 0);
        return outer
                ? "a column of the outer query"
                : QueryText.expression(expr, query, facts).sql();
    }

    /// Names of key columns for messages.
    public String describeKeys(Set<Expr> keys, Query query) {
        TreeSet<String> names = new TreeSet<>();
        for (Expr key : keys) {
            names.add(describe(key, query));
        }
        return names.isEmpty() ? "(lost by an outer join)" : String.join(", ", names);
    }
}
