package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.RepartitionJoins;
import org.pgherd.shardplanner.SemiJoinFilters;
import org.pgherd.shardplanner.cost.QualOrder;
import org.pgherd.shardplanner.cost.QueryRows;
import org.pgherd.shardplanner.cost.Selectivity;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.Volatility;
import org.pgherd.shardplanner.plan.Filter;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.Materialize;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.RepartitionJoin;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.rule.FilterOuterByInnerKeys;
import org.pgherd.shardplanner.rule.GroupCorrelatedSubquery;
import org.pgherd.shardplanner.rule.RepartitionJoinByKey;
import org.pgherd.shardplanner.rule.SemiJoinFromSubLink;

/// Joins on the coordinator: by hash where an equality allows, else by nested loop.
public final class Joins {
    /// Of what is not known the half.
    private static final double UNKNOWN = 0.5;

    private final Query query;
    private final Planning planning;
    private final QueryPlanner queries;

    private final Selectivity selectivity;
    private final boolean mayFilter;

    /// @param mayFilter whether rows that find no partner need not be read: they are not to be locked
    Joins(Query query, Planning planning, QueryPlanner queries, Selectivity selectivity, boolean mayFilter) {
        this.query = query;
        this.planning = planning;
        this.queries = queries;
        this.selectivity = selectivity;
        this.mayFilter = mayFilter;
    }

    LocalPart join(JoinType type, LocalPart outer, LocalPart inner, List<Expr> quals, Environment environment) {
        return join(kind(type), outer, inner, queries.expressions(quals, environment));
    }

    /// @param quals planned expressions (without sublinks) over both parts
    public LocalPart join(JoinKind kind, LocalPart outer, LocalPart inner, List<Expr> quals) {
        if (kind == JoinKind.INNER) {
            List<Expr> asked = asked(outer, inner, quals);
            if (!asked.isEmpty()) {
                List<Expr> others = new ArrayList<>(quals);
                others.removeAll(asked);
                LocalPart ready = Asks.add(join(kind, outer, inner, others), asked, planning);
                Filter node = new Filter(ready.node(), ready.resolve(asked));
                return new LocalPart(ready.relations(), node, ready.columns(), Math.max(1, ready.rows() / 3));
            }
        }
        if (kind == JoinKind.INNER && inner.rows() > outer.rows()) {
            // the smaller side is hashed
            return required(joined(kind, inner, outer, quals, false));
        }
        if (kind == JoinKind.LEFT && mayFilter && savesRows(inner, outer, quals)) {
            // the small side is hashed, so that its keys can go to the shards
            LocalPart turned = joined(JoinKind.RIGHT, inner, outer, quals, true);
            if (turned != null) {
                return turned;
            }
        }
        return required(joined(kind, outer, inner, quals, false));
    }

    /// The quals with calls over both sides that a shard must be asked for: of the rows that the others leave.
    private List<Expr> asked(LocalPart outer, LocalPart inner, List<Expr> quals) {
        ExprRewriter both = LocalPart.resolver(outer, inner);
        return quals.stream()
                .filter(qual -> hashKey(qual, outer, inner) == null
                        && ExprWalk.any(both.rewrite(qual), e -> OnlyOnShards.isCallOnlyThere(e, planning)))
                .toList();
    }

    private static LocalPart required(@Nullable LocalPart joined) {
        if (joined == null) {
            throw new AssertionError("no join");
        }
        return joined;
    }

    /// @param onlyFiltered to give null if the keys cannot go to the shards
    private @Nullable LocalPart joined(
            JoinKind way, LocalPart left, LocalPart right, List<Expr> quals, boolean onlyFiltered) {
        List<HashKey> keys = new ArrayList<>();
        List<Expr> rest = new ArrayList<>();
        ExprRewriter both = LocalPart.resolver(left, right);
        for (Expr qual : quals) {
            HashKey key = hashKey(qual, left, right);
            if (key != null) {
                keys.add(key);
            } else {
                rest.add(both.rewrite(qual));
            }
        }
        List<Expr> tried = QualOrder.of(rest, planning.facts());
        double rows = rows(way, left, right, quals);
        PlanNode node;
        if (keys.isEmpty()) {
            node = new NestedLoop(way, left.node(), keep(right.node()), tried, List.of());
        } else {
            HashJoin join = new HashJoin(way, left.node(), right.node(), keys, tried, rows);
            PlanNode shuffled = onlyFiltered ? null : byKeys(join, right);
            HashJoin changed =
                    shuffled == null && mayFilter && savesRows(left, right, quals) ? filtered(join, left) : null;
            if (changed == null && onlyFiltered) {
                return null;
            }
            node = shuffled != null ? shuffled : changed == null ? join : changed;
        }
        Set<Integer> relations = new HashSet<>(left.relations());
        relations.addAll(right.relations());
        List<Expr> columns = new ArrayList<>(left.columns());
        if (way.yieldsInner()) {
            columns.addAll(right.columns());
        }
        return new LocalPart(relations, node, columns, rows);
    }

    private double rows(JoinKind kind, LocalPart outer, LocalPart inner, List<Expr> quals) {
        double pairs = Math.max(1, outer.rows() * inner.rows() * selectivity.of(quals));
        return switch (kind) {
            case INNER -> pairs;
            case LEFT -> Math.max(outer.rows(), pairs);
            case RIGHT -> Math.max(inner.rows(), pairs);
            case FULL -> Math.max(outer.rows() + inner.rows(), pairs);
            case SEMI -> Math.max(1, outer.rows() * Math.min(UNKNOWN, partnered(outer, inner, quals, 1)));
            case ANTI -> Math.max(1, outer.rows() / 2);
        };
    }

    private @Nullable PlanNode byKeys(HashJoin join, LocalPart inner) {
        RepartitionJoins setting = planning.readsFirst()
                ? RepartitionJoins.NONE
                : planning.context().repartitionJoins();
        double bytes = inner.rows() * width(join.inner().output());
        boolean wanted = planning.allows(Rung.REPARTITION)
                && switch (setting.mode()) {
                    case NEVER -> false;
                    case ALWAYS -> true;
                    case AUTO -> bytes > setting.size();
                };
        if (wanted) {
            String why = setting.mode() == RepartitionJoins.Mode.ALWAYS
                    ? "pgherd.repartition_joins = always"
                    : "the inner side is estimated at " + (long) (bytes / (1 << 20))
                            + " MB, more than pgherd.repartition_join_size";
            RepartitionJoin shuffled =
                    RepartitionJoinByKey.apply(join, why, planning.facts()).orElse(null);
            if (shuffled != null) {
                planning.fire(RepartitionJoinByKey.class);
                return shuffled;
            }
        }
        return null;
    }

    /// Bytes of a row in memory, an estimate.
    private static int width(List<PlanColumn> columns) {
        int width = 16;
        for (PlanColumn column : columns) {
            width += column.type().carrier() == Carrier.REF ? 40 : 8;
        }
        return width;
    }

    private @Nullable HashJoin filtered(HashJoin join, LocalPart outer) {
        HashJoin changed = FilterOuterByInnerKeys.apply(
                        join,
                        outer.grouped(),
                        column -> ownersOf(outer, column),
                        planning::newVaryingParameter,
                        planning.facts())
                .orElse(null);
        if (changed != null) {
            planning.fire(FilterOuterByInnerKeys.class);
        }
        return changed;
    }

    /// The colocation group by whose key a part's column shards its table; 0 if it does not. A row with such a value
    /// is on the shard that owns the value, whatever else it is joined with.
    private int ownersOf(LocalPart part, int column) {
        Expr expr = part.columns().get(column - 1);
        return expr instanceof Var var
                        && var.levelsUp() == 0
                        && var.varno() <= query.rtable().size()
                        && query.rte(var.varno()) instanceof RteRelation relation
                        && planning.tables().distribution(relation) instanceof Distribution.Hash hash
                        && hash.attnum() == var.attno()
                ? hash.group().id()
                : 0;
    }

    /// Whether the inner side's keys keep a good part of the outer rows on the shards.
    private boolean savesRows(LocalPart outer, LocalPart inner, List<Expr> quals) {
        return switch (planning.readsFirst()
                ? SemiJoinFilters.NEVER
                : planning.context().semiJoinFilters()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                inner.rows() <= FilterOuterByInnerKeys.MOST_KEYS
                        && outer.rows() * (1 - partnered(outer, inner, quals, outer.rows())) >= 2 * inner.rows() + 1000;
        };
    }

    /// Which part of the outer rows has a partner, if there is a key for each value as often; 1 if nothing tells.
    private double partnered(LocalPart outer, LocalPart inner, List<Expr> quals, double unknownValues) {
        double least = 1;
        for (Expr qual : quals) {
            if (qual instanceof OpExpr op && op.args().size() == 2 && hashKey(qual, outer, inner) != null) {
                boolean leftIsOuter = outer.relations().containsAll(Quals.relations(op.left()));
                double values = selectivity.distinctIfKnown(leftIsOuter ? op.left() : op.right(), unknownValues);
                double keys = selectivity.distinctIfKnown(leftIsOuter ? op.right() : op.left(), inner.rows());
                least = Math.min(least, Math.min(keys, inner.rows()) / Math.max(1, values));
            }
        }
        return least;
    }

    private static PlanNode keep(PlanNode node) {
        return new Materialize(node);
    }

    /// Whether a qual makes a hash join.
    boolean joinsByKey(Expr qual, LocalPart left, LocalPart right) {
        return hashKey(qual, left, right) != null;
    }

    private @Nullable HashKey hashKey(Expr qual, LocalPart left, LocalPart right) {
        if (!(qual instanceof OpExpr op)
                || op.args().size() != 2
                || !planning.facts().isHashableEquality(op.opNo())
                || comparesRecords(op)
                || ExprFacts.volatility(qual, planning.facts()) == Volatility.VOLATILE) {
            return null;
        }
        Set<Integer> first = Quals.relations(op.left());
        Set<Integer> second = Quals.relations(op.right());
        if (first.isEmpty() || second.isEmpty()) {
            return null;
        }
        if (left.relations().containsAll(first) && right.relations().containsAll(second)) {
            return new HashKey(left.resolve(op.left()), right.resolve(op.right()), op.opNo(), op.inputCollation());
        }
        if (left.relations().containsAll(second) && right.relations().containsAll(first)) {
            int commutator = planning.facts().commutator(op.opNo());
            return commutator == 0
                    ? null
                    : new HashKey(left.resolve(op.right()), right.resolve(op.left()), commutator, op.inputCollation());
        }
        return null;
    }

    /// Whether rows of other types may meet, which is an error of the comparison.
    private static boolean comparesRecords(OpExpr op) {
        int left = op.left().type().oid();
        int right = op.right().type().oid();
        return left != right && (left == TypeOids.RECORD || right == TypeOids.RECORD);
    }

    static JoinKind kind(JoinType type) {
        return switch (type) {
            case INNER -> JoinKind.INNER;
            case LEFT -> JoinKind.LEFT;
            case RIGHT -> JoinKind.RIGHT;
            case FULL -> JoinKind.FULL;
            case SEMI -> JoinKind.SEMI;
            case ANTI -> JoinKind.ANTI;
        };
    }

    /// A part with what correlated subqueries aggregate joined to it, and the expressions that read it there.
    record Grouped(LocalPart part, List<Expr> exprs) {}

    /// Joins the groups of the scalar subqueries in `exprs` that allow it.
    Grouped grouped(LocalPart outer, List<Expr> exprs, Query query, Environment environment) {
        LocalPart part = outer;
        List<Expr> changed = new ArrayList<>();
        for (Expr expr : exprs) {
            Expr at = expr;
            for (SubLink link : ExprFacts.subLinks(expr)) {
                GroupCorrelatedSubquery.Result result =
                        GroupCorrelatedSubquery.apply(link, planning.facts()).orElse(null);
                if (result != null && readable(result.quals(), part)) {
                    int rtindex = query.rtable().size() + 1 + planning.newJoined();
                    part = joinedGroups(part, result, rtindex, environment);
                    Expr value = SemiJoinFromSubLink.placed(result.value(), rtindex);
                    at = ExprRewriter.replace(at, e -> e == link ? value : null);
                    planning.fire(GroupCorrelatedSubquery.class);
                }
            }
            changed.add(at);
        }
        return new Grouped(part, changed);
    }

    /// Whether the outer columns that the quals read are at hand.
    private static boolean readable(List<Expr> quals, LocalPart part) {
        return quals.stream().flatMap(qual -> Quals.vars(qual).stream()).allMatch(var -> part.position(var) != 0);
    }

    private LocalPart joinedGroups(
            LocalPart outer, GroupCorrelatedSubquery.Result result, int rtindex, Environment environment) {
        PlanNode plan = queries.plan(result.inner(), environment.below());
        List<Expr> columns = new ArrayList<>();
        for (int i = 0; i < plan.output().size(); i++) {
            columns.add(
                    new Var(rtindex, i + 1, result.inner().outputTypes().get(i), 0, org.pgherd.errors.Position.NONE));
        }
        LocalPart inner =
                new LocalPart(Set.of(rtindex), plan, columns, QueryRows.of(result.inner(), planning.facts()), true);
        List<Expr> quals = result.quals().stream()
                .map(qual -> SemiJoinFromSubLink.placed(qual, rtindex))
                .toList();
        return join(JoinKind.LEFT, outer, inner, quals);
    }

    /// A conjunct EXISTS, NOT EXISTS or IN as a join; null if its form does not allow it.
    @Nullable
    LocalPart semiJoin(LocalPart outer, Expr qual, Query query, Environment environment) {
        SemiJoinFromSubLink.Result result =
                SemiJoinFromSubLink.apply(qual, planning.facts()).orElse(null);
        if (result == null) {
            return null;
        }
        PlanNode plan = queries.plan(result.inner(), environment.below());
        List<Expr> columns = new ArrayList<>();
        int rtindex = query.rtable().size() + 1;
        for (int i = 0; i < plan.output().size(); i++) {
            columns.add(
                    new Var(rtindex, i + 1, result.inner().outputTypes().get(i), 0, org.pgherd.errors.Position.NONE));
        }
        LocalPart inner = new LocalPart(Set.of(rtindex), plan, columns, QueryRows.of(result.inner(), planning.facts()));
        List<Expr> quals = new ArrayList<>();
        for (Expr part : result.quals()) {
            quals.add(SemiJoinFromSubLink.placed(part, rtindex));
        }
        planning.fire(SemiJoinFromSubLink.class);
        LocalPart ready = outer;
        return join(
                result.anti() ? JoinKind.ANTI : JoinKind.SEMI, ready, inner, queries.expressions(quals, environment));
    }
}
