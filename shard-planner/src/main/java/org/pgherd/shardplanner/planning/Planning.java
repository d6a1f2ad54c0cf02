package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.Param;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.PlannerContext;
import org.pgherd.shardplanner.distribution.KeyList;
import org.pgherd.shardplanner.distribution.Pin;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.distribution.Tables;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.InitPlan;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlanReads;
import org.pgherd.shardplanner.plan.Routing;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.ShardSet;
import org.pgherd.shardplanner.plan.SingleValue;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// What one run of the planner collects beside the tree: parameters, init plans, the rules that fired.
public final class Planning {
    private final PlannerContext context;
    private Tables tables;
    private final List<InitPlan> initPlans = new ArrayList<>();
    private final List<SingleValue> singleValues = new ArrayList<>();
    private final Set<String> fired = new LinkedHashSet<>();
    private final Set<Integer> varying = new HashSet<>();
    private final Set<Integer> varyingCtes = new HashSet<>();
    private int parameters;
    private int ctes;
    private int joined;
    private boolean writes;
    private boolean readsFirst;

    public Planning(PlannerContext context) {
        this.context = context;
        this.tables = new Tables(context.sharding(), context.facts());
    }

    public PlannerContext context() {
        return context;
    }

    public PlanningFacts facts() {
        return context.facts();
    }

    public Tables tables() {
        return tables;
    }

    public Rung cap() {
        return context.maxPushdown();
    }

    /// Whether the setting allows plans on a rung.
    public boolean allows(Rung rung) {
        return rung.allowedBy(cap());
    }

    int newParameter() {
        return parameters++;
    }

    /// A parameter whose value changes while the statement runs (of a subplan or a lateral item).
    int newVaryingParameter() {
        int number = newParameter();
        varying.add(number);
        return number;
    }

    boolean isVarying(Expr expr) {
        return expr instanceof Param param && param.kind() == Param.Kind.EXEC && varying.contains(param.number());
    }

    /// Whether a plan's rows are others from one run to the next, for it reads what a row of another plan decides.
    boolean isVarying(PlanNode plan) {
        PlanReads reads = PlanReads.of(plan);
        return reads.readsWorkTables()
                || reads.parameters().stream().anyMatch(varying::contains)
                || reads.ctes().stream().anyMatch(varyingCtes::contains);
    }

    void noteCte(int id, PlanNode plan) {
        if (isVarying(plan)) {
            varyingCtes.add(id);
        }
    }

    boolean isVaryingCte(int id) {
        return varyingCtes.contains(id);
    }

    public int parameterCount() {
        return parameters;
    }

    /// Numbers entries that planning joins and no range table has.
    int newJoined() {
        return joined++;
    }

    int newCte() {
        return ctes++;
    }

    /// An EXEC parameter that holds the expression's value, computed once; equal expressions share it.
    Param once(Expr expr) {
        Expr plain = ExprEquality.withoutPositions(expr);
        for (SingleValue value : singleValues) {
            if (value.expression().equals(plain)) {
                return new Param(Param.Kind.EXEC, value.parameter(), expr.type(), expr.at());
            }
        }
        int number = newParameter();
        singleValues.add(new SingleValue(number, plain));
        return new Param(Param.Kind.EXEC, number, expr.type(), expr.at());
    }

    Param initPlan(SubPlanExpr.Kind kind, PlanNode plan, SqlType type, Position at) {
        int number = newParameter();
        initPlans.add(new InitPlan(kind, number, type, plan));
        return new Param(Param.Kind.EXEC, number, type, at);
    }

    public List<InitPlan> initPlans() {
        return initPlans;
    }

    public List<SingleValue> singleValues() {
        return singleValues;
    }

    /// Notes that a rule changed the plan.
    public void fire(Class<?> rule) {
        fired.add(rule.getSimpleName());
    }

    public Set<String> fired() {
        return fired;
    }

    void markWrites() {
        writes = true;
    }

    public boolean writes() {
        return writes;
    }

    /// All that the statement reads is read before it writes: nothing is sent to shards that is not known then.
    public void readFirst() {
        readsFirst = true;
        tables = tables.readFirst(parameters);
    }

    public boolean readsFirst() {
        return readsFirst;
    }

    /// The shards that a statement over rows of this spread must go to.
    ///
    /// @param atLeastOne whether it must run somewhere even if no shard has rows for it
    Routing routing(Spread spread, boolean atLeastOne) {
        if (spread.pin() != null) {
            return switch (spread.pin()) {
                case Pin.ToShard to -> new Routing.Fixed(ShardSet.of(to.shard()));
                case Pin.ToKey to -> byKey(to.group(), to.key());
            };
        }
        if (spread.everywhere()) {
            return new Routing.AnyOne();
        }
        KeyList narrowed = spread.narrowed();
        if (narrowed != null) {
            Routing known = fixed(narrowed);
            return known != null && !atLeastOne
                    ? known
                    : new Routing.ByKeys(narrowed.group(), narrowed.keys(), narrowed.arrays(), atLeastOne);
        }
        return shardsOf(spread.group());
    }

    private Routing byKey(int group, Expr key) {
        int shard = key instanceof Const constant ? shardOf(group, constant) : -1;
        return shard >= 0 ? new Routing.Fixed(ShardSet.of(shard)) : new Routing.ByKey(group, key);
    }

    private int shardOf(int group, Const constant) {
        return context.keyRouter() == null || constant.isNull()
                ? -1
                : context.keyRouter().shardOf(group(context.sharding(), group), constant.value(), constant.type());
    }

    private @org.jspecify.annotations.Nullable Routing fixed(KeyList keys) {
        if (keys.arrays()) {
            return null;
        }
        ShardSet set = ShardSet.EMPTY;
        for (Expr key : keys.keys()) {
            if (!(key instanceof Const constant)) {
                return null;
            }
            if (constant.isNull()) {
                continue;
            }
            int shard = shardOf(keys.group(), constant);
            if (shard < 0) {
                return null;
            }
            set = set.or(ShardSet.of(shard));
        }
        return new Routing.Fixed(set);
    }

    Routing shardsOf(int group) {
        ShardSet set = ShardSet.EMPTY;
        for (var range : group(context.sharding(), group).ranges()) {
            if (!set.contains(range.shard())) {
                set = set.or(ShardSet.of(range.shard()));
            }
        }
        return set.size() == context.sharding().shardCount() ? new Routing.AllShards() : new Routing.Fixed(set);
    }

    static ColocationGroup group(ShardingCatalog sharding, int id) {
        for (ColocationGroup group : sharding.groups()) {
            if (group.id() == id) {
                return group;
            }
        }
        throw new AssertionError("no colocation group " + id);
    }
}
