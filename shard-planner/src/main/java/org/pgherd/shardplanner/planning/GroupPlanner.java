package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.SortKey;
import org.pgherd.shardplanner.rule.AggregateByPartials;

/// GROUP BY and aggregates: by partials on the shards where that is proved, else over the pulled rows.
/// The result has a column for each group expression, aggregate and GROUPING() of the query.
final class GroupPlanner {
    private static final int ANY_VALUE = 6291;
    /// Numbers of parameters that stand for keys whose expression is an earlier key's.
    private static final int KEY_AGAIN = 1 << 21;

    private final Query query;
    private final Environment environment;
    private final QueryPlanner queries;
    private final Planning planning;
    private final String notHigher;
    private final List<Expr> groupExprs = new ArrayList<>();
    private final List<Integer> equalities = new ArrayList<>();
    private final List<Integer> references = new ArrayList<>();
    private final List<Aggref> aggregates = new ArrayList<>();
    /// Determined columns that cannot be keys: their type has no equality, or grouping sets would null them. Any row's
    /// value of a group is the group's.
    private final List<Var> representatives = new ArrayList<>();
    private final List<GroupingFunc> groupings = new ArrayList<>();

    GroupPlanner(Query query, Environment environment, QueryPlanner queries, String notHigher) {
        this.query = query;
        this.environment = environment;
        this.queries = queries;
        this.planning = queries.planning();
        this.notHigher = notHigher;
        for (SortGroupClause clause : query.groupClause()) {
            for (TargetEntry entry : query.targetList()) {
                if (entry.sortGroupRef() == clause.tleSortGroupRef()) {
                    groupExprs.add(ExprEquality.withoutPositions(entry.expr()));
                    equalities.add(clause.eqOp());
                    references.add(clause.tleSortGroupRef());
                }
            }
        }
        collect();
    }

    private void collect() {
        List<Expr> above = new ArrayList<>(QueryPlanner.exprs(query.targetList()));
        if (query.havingQual() != null) {
            above.add(query.havingQual());
        }
        for (Expr expr : above) {
            ExprWalk.anyDeep(expr, 0, (e, depth) -> {
                if (e instanceof Aggref a && a.levelsUp() == depth) {
                    Aggref plain = (Aggref) ExprEquality.withoutPositions(lowered(a, depth));
                    if (!aggregates.contains(plain)) {
                        aggregates.add(plain);
                    }
                }
                if (e instanceof GroupingFunc g && g.levelsUp() == depth) {
                    GroupingFunc plain = (GroupingFunc) ExprEquality.withoutPositions(
                            depth == 0 ? g : new GroupingFunc(g.args(), g.refs(), 0, g.at()));
                    if (!groupings.contains(plain)) {
                        groupings.add(plain);
                    }
                }
                return false;
            });
            functionallyDependent(expr);
        }
    }

    /// An aggregate of this query that stands in a subquery, as of level 0.
    private static Expr lowered(Aggref a, int by) {
        if (by == 0) {
            return a;
        }
        Aggref l = (Aggref)
                new ExprRewriter() {
                    @Override
                    public Expr rewrite(Expr e) {
                        return e instanceof Var var && var.levelsUp() >= depth + by
                                ? var.withLevelsUp(var.levelsUp() - by)
                                : rewriteChildren(e);
                    }
                }.rewriteChildren(a);
        return new Aggref(
                l.aggFnOid(),
                l.name(),
                l.kind(),
                l.directArgs(),
                l.args(),
                l.order(),
                l.distinct(),
                l.filter(),
                l.star(),
                l.variadic(),
                0,
                l.type(),
                l.inputCollation(),
                l.at());
    }

    /// Columns that a grouped primary key determines: as further keys they change no group.
    private void functionallyDependent(Expr expr) {
        Expr plain = ExprEquality.withoutPositions(expr);
        if (groupExprs.contains(plain) || expr instanceof Aggref || expr instanceof GroupingFunc) {
            return;
        }
        if (expr instanceof org.pgherd.analyzer.query.SubLink link) {
            outside(link.subselect()).forEach(this::addKey);
        }
        if (plain instanceof Var var && var.levelsUp() == 0) {
            addKey(var);
            return;
        }
        ExprWalk.children(expr).forEach(this::functionallyDependent);
    }

    /// Columns of this query that a subquery reads outside of this query's aggregates.
    private static List<Var> outside(Query subquery) {
        List<Var> found = new ArrayList<>();
        new ExprRewriter() {
            @Override
            public Expr rewrite(Expr e) {
                if (e instanceof Aggref a && a.levelsUp() == depth + 1) {
                    return e;
                }
                if (e instanceof Var var && var.levelsUp() == depth + 1) {
                    found.add((Var) ExprEquality.withoutPositions(var.withLevelsUp(0)));
                }
                return rewriteChildren(e);
            }
        }.rewrite(subquery);
        return found;
    }

    private void addKey(Var var) {
        boolean known = groupExprs.contains(var) || representatives.contains(var);
        if (query.groupClause().isEmpty() || known) {
            return;
        }
        int equality = planning.facts().equalityOperator(var.type().oid());
        if (equality == 0 || !query.groupingSets().isEmpty()) {
            representatives.add(var);
            return;
        }
        groupExprs.add(var);
        equalities.add(equality);
        references.add(0);
    }

    /// Whether there is one group whatever the rows are, and nothing is asked of them, so that they are not read
    /// (create_degenerate_grouping_paths).
    boolean isDegenerate() {
        return aggregates.isEmpty()
                && groupings.isEmpty()
                && query.groupClause().isEmpty()
                && query.groupingSets().isEmpty();
    }

    /// Over all rows, here.
    LocalPart here(LocalPart input) {
        List<Expr> wanted = new ArrayList<>(groupExprs);
        wanted.addAll(representatives);
        LocalPart ready = queries.withColumns(input, wanted, environment);
        List<Expr> inside = new ArrayList<>();
        for (Aggref a : aggregates) {
            a.args().forEach(arg -> inside.add(arg.expr()));
            if (a.filter() != null) {
                inside.add(a.filter());
            }
            inside.addAll(a.directArgs());
        }
        boolean lacking = aggregates.stream().anyMatch(a -> !planning.facts().aggregatesHere(a.aggFnOid()));
        LocalPart asked =
                lacking && representatives.isEmpty() && inside.stream().noneMatch(Quals::hasSubLink)
                        ? asked(ready)
                        : null;
        if (asked != null) {
            return asked;
        }
        ready = Asks.add(ready, queries.expressions(inside, ready, environment), planning);
        List<GroupKey> keys = keys(ready);
        List<AggregateCall> calls = new ArrayList<>();
        List<Expr> results = new ArrayList<>(aggregates);
        for (Aggref a : aggregates) {
            calls.add(call(a, ready));
        }
        for (Var var : representatives) {
            calls.add(anyValue(ready.resolve(var)));
            results.add(var);
        }
        return aggregate(ready, keys, calls, results);
    }

    /// All of the grouping by a shard.
    private @Nullable LocalPart asked(LocalPart input) {
        List<Expr> columns = new ArrayList<>(groupExprs);
        if (new HashSet<>(columns).size() < columns.size()) {
            return null;
        }
        columns.addAll(aggregates);
        columns.addAll(groupings);
        List<TargetEntry> targets = new ArrayList<>();
        List<SortGroupClause> groups = new ArrayList<>();
        int nextReference =
                references.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        for (int i = 0; i < columns.size(); i++) {
            boolean key = i < groupExprs.size();
            int reference = !key ? 0 : references.get(i) != 0 ? references.get(i) : nextReference++;
            targets.add(new TargetEntry(columns.get(i), i + 1, "g" + (i + 1), reference, 0, 0, false));
            if (key) {
                groups.add(new SortGroupClause(reference, equalities.get(i), 0, false, false, true));
            }
        }
        Query.Builder b = Query.builder(CommandType.SELECT);
        b.targetList = targets;
        b.groupClause = groups;
        b.groupingSets = query.groupingSets();
        b.groupDistinct = query.groupDistinct();
        b.hasAggs = true;
        PlanNode node = AskedAggregates.of(input, b, planning);
        return node == null ? null : new LocalPart(input.relations(), node, columns, Math.max(1, input.rows() / 10));
    }

    /// What the query shows, each grouped column by its own key: of two keys that are the same expression one may be
    /// NULL
    /// in a grouping set where the other is not.
    List<Expr> shown() {
        List<Expr> shown = new ArrayList<>();
        for (TargetEntry entry : query.targetList()) {
            int key = entry.sortGroupRef() == 0 ? -1 : references.indexOf(entry.sortGroupRef());
            shown.add(key < 0 ? entry.expr() : column(key));
        }
        return shown;
    }

    private Expr column(int key) {
        Expr expr = groupExprs.get(key);
        boolean again = groupExprs.indexOf(expr) < key;
        return again ? new Param(Param.Kind.SUBLINK, KEY_AGAIN + key, expr.type(), Position.NONE) : expr;
    }

    private List<GroupKey> keys(LocalPart input) {
        List<GroupKey> keys = new ArrayList<>();
        for (int i = 0; i < groupExprs.size(); i++) {
            Expr expr = groupExprs.get(i);
            keys.add(new GroupKey(input.position(expr), expr.type(), equalities.get(i), expr.collation()));
        }
        return keys;
    }

    private LocalPart aggregate(
            LocalPart input, List<GroupKey> keys, List<AggregateCall> calls, List<? extends Expr> callExprs) {
        List<Expr> columns = new ArrayList<>();
        List<PlanColumn> output = new ArrayList<>();
        for (int i = 0; i < groupExprs.size(); i++) {
            Expr expr = groupExprs.get(i);
            columns.add(column(i));
            String name = Remotes.name(expr, query);
            output.add(new PlanColumn(name == null ? "?column?" : name, expr.type()));
        }
        for (int i = 0; i < calls.size(); i++) {
            columns.add(callExprs.get(i));
            output.add(new PlanColumn(
                    callExprs.get(i) instanceof Aggref a ? a.name() : "?column?",
                    calls.get(i).type()));
        }
        List<List<Integer>> groupingIndexes = new ArrayList<>();
        for (GroupingFunc g : groupings) {
            groupingIndexes.add(g.refs().stream().map(references::indexOf).toList());
            columns.add(g);
            output.add(new PlanColumn("grouping", SqlType.INT4));
        }
        List<List<Integer>> sets = GroupingSetLists.expand(query, references);
        boolean ordered = GroupOrder.isGiven(aggregates);
        GroupingSetLists.requireMethod(query, sets, references, ordered);
        Aggregate.Strategy strategy = keys.isEmpty() ? Aggregate.Strategy.PLAIN : Aggregate.Strategy.HASH;
        PlanNode together = UnhashableKeys.sorted(input.node(), query.groupClause(), keys, planning.facts());
        Aggregate node = new Aggregate(
                together, strategy, keys, calls, ordered ? GroupOrder.sets(sets) : sets, groupingIndexes, output);
        PlanNode groups = ordered ? GroupOrder.of(node, query, references, planning.facts()) : node;
        return new LocalPart(input.relations(), groups, columns, Math.max(1, input.rows() / 10));
    }

    private static AggregateCall anyValue(Expr column) {
        return new AggregateCall(
                ANY_VALUE,
                List.of(),
                List.of(column),
                1,
                List.of(),
                List.of(),
                null,
                false,
                false,
                column.collation(),
                column.type());
    }

    private AggregateCall call(Aggref a, LocalPart input) {
        List<Expr> arguments = new ArrayList<>();
        int count = 0;
        for (TargetEntry arg : a.args()) {
            arguments.add(input.resolve(
                    queries.expressions(List.of(arg.expr()), input, environment).getFirst()));
            count += arg.junk() ? 0 : 1;
        }
        List<SortKey> order = new ArrayList<>();
        for (SortGroupClause clause : a.order()) {
            int position = position(clause, a.args());
            order.add(Remotes.sortKey(position, a.args().get(position - 1).expr(), clause));
        }
        List<GroupKey> distinct = new ArrayList<>();
        boolean sorts = DistinctArguments.comeSorted(a, planning.facts());
        for (SortGroupClause clause : a.distinct()) {
            int position = position(clause, a.args());
            Expr expr = a.args().get(position - 1).expr();
            distinct.add(new GroupKey(position, expr.type(), clause.eqOp(), expr.collation()));
            if (sorts && order.stream().noneMatch(key -> key.column() == position)) {
                order.add(Remotes.sortKey(position, expr, clause));
            }
        }
        Expr filter = a.filter() == null
                ? null
                : input.resolve(queries.expressions(List.of(a.filter()), input, environment)
                        .getFirst());
        List<Expr> direct = new ArrayList<>();
        for (Expr expr : a.directArgs()) {
            direct.add(input.resolve(
                    queries.expressions(List.of(expr), input, environment).getFirst()));
        }
        if (!planning.facts().aggregatesHere(a.aggFnOid())) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "aggregate " + planning.facts().functionName(a.aggFnOid())
                            + " over rows of several shards is not supported",
                    a.at());
        }
        return new AggregateCall(
                a.aggFnOid(),
                direct,
                arguments,
                count,
                order,
                distinct,
                filter,
                a.kind() != Aggref.Kind.NORMAL,
                a.variadic(),
                a.inputCollation(),
                a.type());
    }

    private static int position(SortGroupClause clause, List<TargetEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).sortGroupRef() == clause.tleSortGroupRef()) {
                return i + 1;
            }
        }
        throw new AssertionError("argument reference " + clause.tleSortGroupRef() + " is missing");
    }

    /// Partial aggregates on the shards, combined here; null if the rule or a function forbids it.
    @Nullable
    LocalPart split(RemotePart part) {
        AggregateByPartials.Split split = AggregateByPartials.apply(aggregates).orElse(null);
        if (split == null || !representatives.isEmpty()) {
            return null;
        }
        boolean combinable =
                split.combinations().stream().allMatch(c -> planning.facts().aggregatesHere(c.function()));
        if (!combinable) {
            return null;
        }
        List<Expr> shipped = new ArrayList<>(groupExprs);
        for (Expr extra : split.extraKeys()) {
            if (ExprWalk.any(extra, e -> e.type().oid() == TypeOids.UNKNOWN)) {
                // a group compares such keys in another way than DISTINCT does, and fails otherwise
                return null;
            }
            Expr plain = ExprEquality.withoutPositions(extra);
            if (!shipped.contains(plain)) {
                shipped.add(plain);
            }
        }
        int keyCount = shipped.size();
        if (!KeyMethods.exist(query.groupClause(), keyCount > groupExprs.size())) {
            return null;
        }
        shipped.addAll(split.partials());
        Finding finding = part.spread();
        Equalities equal = environment.locality().scope(query);
        for (Expr expr : shipped) {
            if (finding instanceof Spread spread) {
                finding = Shippable.in(expr, spread, equal, environment, planning);
            }
        }
        if (!(finding instanceof Spread spread)) {
            return null;
        }
        LocalPart input = partialQuery(part, spread, shipped, keyCount);
        List<GroupKey> keys = keys(input);
        List<AggregateCall> calls = new ArrayList<>();
        List<Expr> callExprs = new ArrayList<>();
        for (int i = 0; i < split.combinations().size(); i++) {
            AggregateByPartials.Combination c = split.combinations().get(i);
            SqlType argument = split.partials().get(c.partial()).type();
            Expr column = new Var(Var.OUTER, keyCount + c.partial() + 1, argument, 0, Position.NONE);
            calls.add(new AggregateCall(
                    c.function(),
                    List.of(),
                    List.of(column),
                    1,
                    List.of(),
                    List.of(),
                    null,
                    false,
                    false,
                    argument.collation(),
                    c.type()));
            callExprs.add(new Param(Param.Kind.SUBLINK, i + 1, c.type(), Position.NONE));
        }
        for (int i = 0; i < aggregates.size(); i++) {
            if (split.finals().get(i) == null) {
                calls.add(call(aggregates.get(i), input));
                callExprs.add(aggregates.get(i));
            }
        }
        LocalPart combined = aggregate(input, keys, calls, callExprs);
        planning.fire(AggregateByPartials.class);
        return finals(combined, split);
    }

    private LocalPart partialQuery(RemotePart part, Spread spread, List<Expr> shipped, int keyCount) {
        List<TargetEntry> targets = new ArrayList<>();
        List<SortGroupClause> groups = new ArrayList<>();
        for (int i = 0; i < shipped.size(); i++) {
            Expr expr = shipped.get(i);
            boolean key = i < keyCount;
            targets.add(new TargetEntry(expr, i + 1, Remotes.name(expr, query), key ? i + 1 : 0, 0, 0, false));
            if (key) {
                groups.add(new SortGroupClause(i + 1, 0, 0, false, false, true));
            }
        }
        if (targets.isEmpty()) {
            targets.add(new TargetEntry(
                    org.pgherd.analyzer.query.Const.ofBoolean(true, Position.NONE), 1, null, 0, 0, 0, false));
        }
        Query.Builder b = Remotes.fragment(part, query);
        b.targetList = targets;
        b.groupClause = groups;
        b.hasAggs = true;
        Remote remote = Remotes.of(b.build(), spread, List.of(), Rung.SPLIT, notHigher, planning);
        List<Expr> columns = new ArrayList<>();
        targets.forEach(entry -> columns.add(entry.expr()));
        return new LocalPart(part.relations(), remote, columns, part.rows());
    }

    /// Keys, then each aggregate computed of the combinations, then GROUPING() values.
    private LocalPart finals(LocalPart combined, AggregateByPartials.Split split) {
        List<Expr> exprs = new ArrayList<>();
        List<Expr> columns = new ArrayList<>();
        List<PlanColumn> output = new ArrayList<>();
        for (int i = 0; i < groupExprs.size(); i++) {
            exprs.add(column(i));
            columns.add(column(i));
            output.add(combined.node().output().get(i));
        }
        for (int i = 0; i < aggregates.size(); i++) {
            Aggref a = aggregates.get(i);
            Expr value = split.finals().get(i);
            exprs.add(value == null ? a : value);
            columns.add(a);
            output.add(new PlanColumn(a.name(), a.type()));
        }
        for (GroupingFunc g : groupings) {
            exprs.add(g);
            columns.add(g);
            output.add(new PlanColumn("grouping", SqlType.INT4));
        }
        PlanNode node = Projects.over(combined.node(), combined.resolve(exprs), output);
        return new LocalPart(combined.relations(), node, columns, combined.rows());
    }
}
