package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteNamedTuplestore;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.SyntaxExpr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.XmlTableExpr;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.cost.QueryRows;
import org.pgherd.shardplanner.cost.Selectivity;
import org.pgherd.shardplanner.deparse.SyntaxText;
import org.pgherd.shardplanner.distribution.Combine;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Refusal;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.facts.Reach;
import org.pgherd.shardplanner.facts.Volatility;
import org.pgherd.shardplanner.plan.AskedRows;
import org.pgherd.shardplanner.plan.FunctionScan;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Project;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.TableFunction;
import org.pgherd.shardplanner.plan.Values;
import org.pgherd.shardplanner.prepare.Strictness;
import org.pgherd.shardplanner.rule.FilterByOrArms;

/// FROM and WHERE -> one [Part]. Joins whose sides the shards have together become part of one SQL statement,
/// the rest is joined here, smallest first.
final class FromPlanner {
    private static final double MOST_GROWTH = 2;

    private final Query query;
    private final Environment environment;
    private final Planning planning;
    private final QueryPlanner queries;
    private final Joins joins;
    private final Selectivity selectivity;
    private final String notHigher;
    /// Entries whose whole row is read, and as which type.
    private final Map<Integer, SqlType> wholeRows = new HashMap<>();

    FromPlanner(Query query, Environment environment, QueryPlanner queries, String notHigher) {
        this.query = query;
        this.environment = environment;
        this.queries = queries;
        this.planning = queries.planning();
        this.notHigher = notHigher;
        this.selectivity = new Selectivity(query, planning.facts());
        this.joins = new Joins(
                query, planning, queries, selectivity, query.rowMarks().isEmpty());
        ExprWalk.anyDeep(query, 0, (e, depth) -> {
            if (e instanceof Var var && var.levelsUp() == depth && var.attno() == 0) {
                wholeRows.putIfAbsent(var.varno(), var.type());
            }
            return false;
        });
    }

    /// @param above expressions that will be evaluated over the part: it must have their columns
    Part plan(List<Expr> above) {
        Equalities equal = environment.locality().scope(query);
        List<Expr> quals = new ArrayList<>();
        for (Expr qual : Equalities.conjuncts(query.jointree().quals())) {
            Expr single = SingleValuedSubLinks.in(qual, queries, environment);
            quals.add(single);
            equal = single == qual ? equal : equal.with(single);
        }
        return group(query.jointree().fromList(), quals, equal, above);
    }

    /// An item without the others of its query.
    LocalPart alone(FromItem item, List<Expr> above) {
        return item instanceof RangeTblRef ref
                ? called(ref.rtindex())
                : local(item(item, environment.locality().scope(query), new ArrayList<>(), above), above);
    }

    private LocalPart called(int rtindex) {
        RangeTblEntry entry = query.rte(rtindex);
        PlanNode node = switch (entry) {
            case RteSubquery sub -> queries.plan(sub.query(), environment.below());
            case RteFunction function -> functionScan(function, rtindex, environment);
            case RteValues values -> queries.values(values.lists(), names(entry), environment);
            default -> throw new AssertionError("LATERAL " + entry);
        };
        return scan(Set.of(rtindex), node, rtindex, 10);
    }

    /// An inner join of items under quals.
    private Part group(List<FromItem> items, List<Expr> quals, Equalities equal, List<Expr> above) {
        List<FromItem> flat = new ArrayList<>();
        List<Expr> conjuncts = new ArrayList<>(quals);
        items.forEach(item -> flatten(item, flat, conjuncts));
        if (flat.isEmpty()) {
            return filtered(new LocalPart(Set.of(), Values.oneRow(), List.of(), 1), conjuncts);
        }
        List<Part> parts = new ArrayList<>();
        List<FromItem> laterals = new ArrayList<>();
        List<Expr> wanted = new ArrayList<>(above);
        wanted.addAll(conjuncts);
        flat.forEach(item -> lateralReads(item, wanted));
        for (FromItem item : flat) {
            if (!LateralJoins.outside(item, query).isEmpty()) {
                laterals.add(item);
            } else {
                parts.add(item(item, equal, conjuncts, wanted));
            }
        }
        List<Expr> pending = new ArrayList<>(conjuncts);
        mergeRemotes(parts, pending, equal);
        List<Expr> gates = parts.size() + laterals.size() > 1
                ? pending.stream().filter(queries::isOneTime).toList()
                : List.of();
        pending.removeAll(gates);
        pushDown(parts, pending, equal);
        if (parts.size() == 1 && pending.isEmpty() && laterals.isEmpty()) {
            return parts.getFirst();
        }
        Part joined = joinHere(parts, pending, laterals, above);
        return gates.isEmpty() ? joined : filtered(local(joined, above), gates);
    }

    private static void flatten(FromItem item, List<FromItem> flat, List<Expr> conjuncts) {
        switch (item) {
            case RangeTblRef _ -> flat.add(item);
            case FromExpr from -> {
                conjuncts.addAll(Equalities.conjuncts(from.quals()));
                from.fromList().forEach(child -> flatten(child, flat, conjuncts));
            }
            case JoinExpr join -> {
                if (join.joinType() == JoinType.INNER) {
                    conjuncts.addAll(Equalities.conjuncts(join.quals()));
                    flatten(join.left(), flat, conjuncts);
                    flatten(join.right(), flat, conjuncts);
                } else {
                    flat.add(join);
                }
            }
        }
    }

    /// Columns that LATERAL items read of their siblings.
    private void lateralReads(FromItem item, List<Expr> wanted) {
        for (int rtindex : leaves(item)) {
            RangeTblEntry entry = query.rte(rtindex);
            if (entry.lateral()) {
                wanted.addAll(reads(entry));
            }
        }
    }

    /// Columns of this level that a range table entry reads.
    static List<Var> reads(RangeTblEntry entry) {
        List<Var> list = new ArrayList<>();
        switch (entry) {
            case RteSubquery sub -> list.addAll(Quals.outerVars(sub.query()));
            case RteFunction f -> f.functions().forEach(function -> list.addAll(Quals.vars(function.expr())));
            case RteValues v -> v.lists().forEach(row -> row.forEach(expr -> list.addAll(Quals.vars(expr))));
            case RteRelation _, RteJoin _, RteCte _, RteNamedTuplestore _, RteResult _ -> {}
        }
        return list;
    }

    static List<Integer> leaves(FromItem item) {
        return switch (item) {
            case RangeTblRef ref -> List.of(ref.rtindex());
            case FromExpr from -> {
                List<Integer> all = new ArrayList<>();
                from.fromList().forEach(child -> all.addAll(leaves(child)));
                yield all;
            }
            case JoinExpr join -> {
                List<Integer> all = new ArrayList<>(leaves(join.left()));
                all.addAll(leaves(join.right()));
                yield all;
            }
        };
    }

    private Part item(FromItem item, Equalities equal, List<Expr> conjuncts, List<Expr> above) {
        return switch (item) {
            case RangeTblRef ref -> leaf(ref.rtindex(), equal);
            case FromExpr from -> group(from.fromList(), Equalities.conjuncts(from.quals()), equal, above);
            case JoinExpr join -> outerJoin(join, equal, conjuncts, above);
        };
    }

    /// Whether a full join is known to have no rows, so that PostgreSQL makes no join of it.
    private boolean yieldsNothing(JoinExpr join, List<Expr> conjuncts) {
        boolean outermost = query.jointree().fromList().equals(List.of(join));
        return outermost && conjuncts.stream().anyMatch(FromPlanner::neverHolds)
                || yieldsNothing(join.left()) && yieldsNothing(join.right());
    }

    private boolean yieldsNothing(FromItem item) {
        return item instanceof RangeTblRef ref
                && query.rte(ref.rtindex()) instanceof RteSubquery sub
                && sub.query().setOperations() == null
                && (!sub.query().hasAggs() || !sub.query().groupClause().isEmpty())
                && Equalities.conjuncts(sub.query().jointree().quals()).stream().anyMatch(FromPlanner::neverHolds);
    }

    private static boolean neverHolds(Expr qual) {
        return qual instanceof Const c && !Boolean.TRUE.equals(c.value());
    }

    /// LEFT, RIGHT or FULL. Quals of WHERE that read the preserved side only are evaluated below the join.
    private Part outerJoin(JoinExpr join, Equalities equal, List<Expr> conjuncts, List<Expr> above) {
        if (join.joinType() == JoinType.RIGHT) {
            return outerJoin(
                    new JoinExpr(
                            JoinType.LEFT,
                            false,
                            join.right(),
                            join.left(),
                            List.of(),
                            join.quals(),
                            join.alias(),
                            join.rtindex()),
                    equal,
                    conjuncts,
                    above);
        }
        List<Expr> on = Equalities.conjuncts(join.quals());
        Set<Integer> leftRelations = new HashSet<>(leaves(join.left()));
        Set<Integer> rightRelations = new HashSet<>(leaves(join.right()));
        List<Expr> wanted = new ArrayList<>(above);
        wanted.addAll(on);
        lateralReads(join.right(), wanted);
        List<Expr> toLeft = new ArrayList<>();
        if (join.joinType() == JoinType.LEFT) {
            for (Expr qual : conjuncts) {
                Set<Integer> reads = Quals.relations(qual);
                if (!reads.isEmpty() && leftRelations.containsAll(reads) && movable(qual)) {
                    toLeft.add(qual);
                }
            }
            conjuncts.removeAll(toLeft);
            // once each: an output may be the same expression
            toLeft.forEach(wanted::remove);
        }
        List<Expr> wantedRight = new ArrayList<>(throughMadeUpRows(above));
        wantedRight.addAll(on);
        lateralReads(join.right(), wantedRight);
        List<Expr> wantedLeft = join.joinType() == JoinType.FULL ? wantedRight : wanted;
        List<Expr> toRight = new ArrayList<>();
        List<Expr> rest = new ArrayList<>();
        for (Expr qual : on) {
            Set<Integer> reads = Quals.relations(qual);
            boolean rightOnly = !reads.isEmpty() && rightRelations.containsAll(reads) && movable(qual);
            // where no row has a partner, none of the right side is read
            (join.joinType() == JoinType.LEFT && (rightOnly || neverHolds(qual)) ? toRight : rest).add(qual);
        }
        Equalities both = equal.with(join.quals());
        boolean left = join.joinType() == JoinType.LEFT;
        Part outer = group(List.of(join.left()), toLeft, equal, wantedLeft);
        if (!LateralJoins.outside(join.right(), query).isEmpty()) {
            return new LateralJoins(query, environment, queries, selectivity)
                    .join(Joins.kind(join.joinType()), local(outer, wantedLeft), join.right(), on, wantedRight);
        }
        Part inner = group(List.of(join.right()), toRight, left ? both : equal, wantedRight);
        if (outer instanceof RemotePart o && inner instanceof RemotePart i && planning.allows(Rung.SCATTER)) {
            Finding joined = Combine.join(join.joinType(), o.spread(), i.spread(), both);
            for (Expr qual : rest) {
                if (joined instanceof Spread spread) {
                    joined = Shippable.in(qual, spread, both, environment, planning);
                }
            }
            if (joined instanceof Spread spread) {
                Set<Integer> all = new HashSet<>(o.relations());
                all.addAll(i.relations());
                JoinExpr pushed = new JoinExpr(
                        join.joinType(),
                        false,
                        o.asItem(),
                        i.asItem(),
                        List.of(),
                        Quals.and(rest),
                        null,
                        join.rtindex());
                return new RemotePart(all, List.of(pushed), List.of(), spread, Math.max(o.rows(), i.rows()));
            }
        }
        LocalPart outerHere = local(outer, wantedLeft);
        LocalPart innerHere = local(inner, wantedRight);
        if (join.joinType() == JoinType.FULL && !yieldsNothing(join, conjuncts)) {
            FullJoinCondition.require(rest, outerHere, innerHere, joins);
        }
        return joins.join(join.joinType(), outerHere, innerHere, rest, environment);
    }

    /// What may be computed before an outer join makes up rows of NULLs: columns, and what is NULL where one is.
    /// `convert_to(coalesce(b.x, 'none'), 'UTF8')` is not NULL for a made-up row of b.
    private List<Expr> throughMadeUpRows(List<Expr> above) {
        Strictness strictness = new Strictness(planning.facts());
        List<Expr> found = new ArrayList<>();
        for (Expr expr : above) {
            strictParts(expr, strictness, found);
            found.addAll(Quals.vars(expr));
        }
        return found;
    }

    private static void strictParts(Expr expr, Strictness strictness, List<Expr> found) {
        if (strictness.holds(expr)) {
            found.add(expr);
        } else {
            ExprWalk.children(expr).forEach(child -> strictParts(child, strictness, found));
        }
    }

    /// May be evaluated earlier than where it is written.
    private boolean movable(Expr qual) {
        return !Quals.hasSubLink(qual) && ExprFacts.volatility(qual, planning.facts()) != Volatility.VOLATILE;
    }

    private Part leaf(int rtindex, Equalities equal) {
        RangeTblEntry entry = query.rte(rtindex);
        Finding finding = environment.locality().leaf(rtindex, query, equal);
        Set<Integer> self = Set.of(rtindex);
        if (entry instanceof RteRelation relation) {
            if (!(finding instanceof Spread spread)) {
                throw new AssertionError("relation without a place: " + relation.relation());
            }
            double rows = QueryRows.ofRelation(relation, planning.facts());
            return new RemotePart(self, List.of(new RangeTblRef(rtindex)), List.of(), spread, rows);
        }
        return switch (entry) {
            case RteSubquery sub -> {
                double rows = QueryRows.of(sub.query(), planning.facts());
                boolean subtree = planning.allows(Rung.SCATTER) || Shippable.systemOnly(sub.query());
                boolean ordered = !sub.query().sortClause().isEmpty()
                        && finding instanceof Spread several
                        && several.kind() == Spread.Kind.SHARDED
                        && !several.onOneShard();
                // PostgreSQL keeps a subquery's order where nothing disturbs it: merge it
                if (subtree && !ordered && finding instanceof Spread spread && spread.kind() != Spread.Kind.ANYWHERE) {
                    yield new RemotePart(self, List.of(new RangeTblRef(rtindex)), List.of(), spread, rows);
                }
                yield scan(self, queries.plan(sub.query(), environment.below()), rtindex, rows);
            }
            case RteFunction function -> function(function, rtindex, finding);
            case RteValues values ->
                scan(
                        self,
                        queries.values(values.lists(), names(entry), environment),
                        rtindex,
                        values.lists().size());
            case RteCte cte -> scan(self, environment.scan(cte), rtindex, 1000);
            case RteResult _ -> scan(self, Values.oneRow(), rtindex, 1);
            case RteNamedTuplestore t ->
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED, "transition table \"" + t.name() + "\" cannot be read here");
            case RteRelation _, RteJoin _ -> throw new AssertionError("not a leaf");
        };
    }

    private Part function(RteFunction function, int rtindex, Finding finding) {
        boolean here = function.functions().stream()
                .allMatch(f -> ExprFacts.runsHere(f.expr(), planning.facts()) && !f.hasColumnDefinitions()
                        || ExprFacts.runsHere(f.expr(), planning.facts()) && finding instanceof Refusal);
        if (!here && finding instanceof Spread spread) {
            return new RemotePart(Set.of(rtindex), List.of(new RangeTblRef(rtindex)), List.of(), spread, 100);
        }
        return scan(Set.of(rtindex), functionScan(function, rtindex, environment), rtindex, 100);
    }

    FunctionScan functionScan(RteFunction function, int rtindex, Environment at) {
        List<TableFunction> calls = new ArrayList<>();
        for (var f : function.functions()) {
            List<PlanColumn> columns = new ArrayList<>();
            for (int i = 0; i < f.columnTypes().size(); i++) {
                columns.add(
                        new PlanColumn(f.columnNames().get(i), f.columnTypes().get(i)));
            }
            Expr call = queries.expressions(List.of(f.expr()), at).getFirst();
            boolean composite = f.hasColumnDefinitions()
                    || f.expr() instanceof SyntaxExpr
                    || queries.isRowType(f.expr().type());
            Expr here = switch (call) {
                case XmlTableExpr table -> asked(table, f.columnTypes());
                case FuncExpr only
                when !f.hasColumnDefinitions()
                        && !planning.facts().runsHere(only.funcId())
                        && planning.facts().reach(only.funcId()) != Reach.TABLES ->
                    Asks.rows(only, f.columnTypes(), planning.facts());
                default -> call;
            };
            calls.add(new TableFunction(
                    here, composite, columns, ExprFacts.volatility(f.expr(), planning.facts()) == Volatility.VOLATILE));
        }
        return new FunctionScan(calls, function.ordinality(), names(query.rte(rtindex)));
    }

    private AskedRows asked(XmlTableExpr table, List<SqlType> columns) {
        List<Expr> arguments = table.arguments();
        int[] next = {0};
        IdentityHashMap<Expr, String> names = new IdentityHashMap<>();
        arguments.forEach(argument -> names.put(argument, "$" + ++next[0]));
        String sql = "SELECT * FROM "
                + new SyntaxText(planning.facts(), argument -> java.util.Objects.requireNonNull(names.get(argument)))
                        .of(table);
        return new AskedRows(sql, arguments, columns, table.at());
    }

    static List<PlanColumn> names(RangeTblEntry entry) {
        List<PlanColumn> columns = new ArrayList<>();
        for (int i = 0; i < entry.columnCount(); i++) {
            List<String> names = entry.eref().columnNames();
            columns.add(new PlanColumn(
                    i < names.size() ? names.get(i) : "column" + (i + 1),
                    entry.columnTypes().get(i)));
        }
        return columns;
    }

    /// A node whose columns are the entry's.
    LocalPart scan(Set<Integer> relations, PlanNode node, int rtindex, double rows) {
        List<Expr> columns = new ArrayList<>();
        for (int i = 0; i < node.output().size(); i++) {
            columns.add(new Var(rtindex, i + 1, query.rte(rtindex).columnTypes().get(i), 0, Position.NONE));
        }
        LocalPart part = new LocalPart(relations, node, columns, rows);
        SqlType type = wholeRows.get(rtindex);
        return type == null ? part : withWholeRow(part, rtindex, type);
    }

    /// A whole row is put together below the joins: one that an outer join makes up is NULL, not a row of NULLs.
    private LocalPart withWholeRow(LocalPart part, int rtindex, SqlType type) {
        List<Expr> columns = new ArrayList<>(part.columns());
        List<PlanColumn> output = new ArrayList<>(part.node().output());
        List<Expr> exprs = new ArrayList<>(part.resolve(part.columns()));
        List<String> given = query.rte(rtindex).eref().columnNames();
        List<String> names = given.size() == exprs.size()
                ? given
                : output.stream().map(PlanColumn::name).toList();
        columns.add(new Var(rtindex, 0, type, 0, Position.NONE));
        exprs.add(new RowExpr(exprs, names, CoercionForm.IMPLICIT_CAST, type, Position.NONE));
        output.add(new PlanColumn(query.rte(rtindex).eref().name(), type));
        return new LocalPart(part.relations(), new Project(part.node(), exprs, output), columns, part.rows());
    }

    /// Puts together what one SQL statement may join, first what makes the fewest rows of the many. A join that
    /// multiplies the rows to be sent is left to be done here, unless nothing else is left to be done here then.
    private void mergeRemotes(List<Part> parts, List<Expr> pending, Equalities equal) {
        if (!planning.allows(Rung.SCATTER)) {
            return;
        }
        while (parts.size() > 1) {
            Merge best = null;
            for (int i = 0; i < parts.size(); i++) {
                for (int j = i + 1; j < parts.size(); j++) {
                    if (parts.get(i) instanceof RemotePart a
                            && parts.get(j) instanceof RemotePart b
                            && connected(a, b, pending)
                            && Combine.inner(a.spread(), b.spread(), equal) instanceof Spread spread) {
                        double growth = growth(a, b, pending);
                        if (best == null || growth < best.growth()) {
                            best = new Merge(i, j, spread, growth);
                        }
                    }
                }
            }
            if (best == null || best.growth() > MOST_GROWTH && !mergeable(parts, pending, equal)) {
                return;
            }
            RemotePart a = (RemotePart) parts.get(best.first());
            parts.set(best.first(), a.joined((RemotePart) parts.get(best.second()), best.spread()));
            parts.remove(best.second());
        }
    }

    private record Merge(int first, int second, Spread spread, double growth) {}

    /// Whether all parts can become one, in whatever order.
    private static boolean mergeable(List<Part> parts, List<Expr> pending, Equalities equal) {
        List<Part> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            RemotePart merged = null;
            for (int i = 1; i < left.size() && merged == null; i++) {
                if (left.getFirst() instanceof RemotePart a
                        && left.get(i) instanceof RemotePart b
                        && connected(a, b, pending)
                        && Combine.inner(a.spread(), b.spread(), equal) instanceof Spread spread) {
                    merged = a.joined(b, spread);
                    left.remove(i);
                }
            }
            if (merged == null) {
                return false;
            }
            left.set(0, merged);
        }
        return true;
    }

    /// Rows of a join as a multiple of those of its larger side.
    private double growth(RemotePart a, RemotePart b, List<Expr> pending) {
        Set<Integer> both = new HashSet<>(a.relations());
        both.addAll(b.relations());
        double rows = 1;
        double left = a.rows();
        double right = b.rows();
        for (Expr qual : pending) {
            Set<Integer> reads = Quals.relations(qual);
            if (reads.isEmpty() || Quals.hasSubLink(qual)) {
                continue;
            }
            if (a.relations().containsAll(reads)) {
                left *= selectivity.of(qual);
            } else if (b.relations().containsAll(reads)) {
                right *= selectivity.of(qual);
            } else if (both.containsAll(reads)) {
                rows *= selectivity.of(qual);
            }
        }
        return rows * left * right / Math.max(1, Math.max(left, right));
    }

    /// A cross join is not worth to be done there: it multiplies what is sent.
    private static boolean connected(RemotePart a, RemotePart b, List<Expr> pending) {
        for (Expr qual : pending) {
            Set<Integer> reads = Quals.relations(qual);
            if (reads.stream().anyMatch(a.relations()::contains)
                    && reads.stream().anyMatch(b.relations()::contains)) {
                return true;
            }
        }
        return a.spread().onOneShard() && b.spread().onOneShard();
    }

    /// Gives each qual that reads one part only to it.
    private void pushDown(List<Part> parts, List<Expr> pending, Equalities equal) {
        for (Expr qual : List.copyOf(pending)) {
            Set<Integer> reads = Quals.relations(qual);
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                boolean only = part.relations().containsAll(reads) && (!reads.isEmpty() || parts.size() == 1);
                if (only && part instanceof RemotePart remote) {
                    if (Shippable.in(qual, remote.spread(), equal, environment, planning) instanceof Spread spread) {
                        parts.set(i, remote.withQual(qual, spread, selectivity.of(qual)));
                        pending.remove(qual);
                    }
                    break;
                }
            }
        }
        for (Expr qual : pending) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) instanceof RemotePart remote) {
                    parts.set(i, narrowed(remote, qual, equal));
                }
            }
        }
    }

    /// With what the arms of an OR over several parts say of this one.
    private RemotePart narrowed(RemotePart part, Expr qual, Equalities equal) {
        Expr own =
                FilterByOrArms.apply(qual, part.relations(), planning.facts()).orElse(null);
        if (own != null && Shippable.in(own, part.spread(), equal, environment, planning) instanceof Spread spread) {
            planning.fire(FilterByOrArms.class);
            return part.withQual(own, spread, selectivity.of(own));
        }
        return part;
    }

    private Part joinHere(List<Part> parts, List<Expr> pending, List<FromItem> laterals, List<Expr> above) {
        List<Expr> wanted = new ArrayList<>(above);
        wanted.addAll(pending);
        laterals.forEach(item -> lateralReads(item, wanted));
        List<LocalPart> here = parts.stream().map(part -> local(part, wanted)).toList();
        return new LocalJoins(query, environment, queries, joins, selectivity).join(here, laterals, pending, wanted);
    }

    private Part filtered(LocalPart part, List<Expr> quals) {
        return quals.isEmpty() ? part : queries.filter(part, quals, environment);
    }

    /// The part and expressions over it, subqueries that can be grouped joined to it.
    Joins.Grouped grouped(LocalPart part, List<Expr> exprs) {
        return joins.grouped(part, exprs, query, environment);
    }

    /// The part as a node that has the columns that `above` reads of it.
    LocalPart local(Part part, List<Expr> above) {
        return switch (part) {
            case LocalPart local -> local;
            case RemotePart remote -> Remotes.part(remote, outputs(remote, above), query, planning, notHigher);
        };
    }

    /// The columns that are read, and the calls that only a shard can compute.
    private List<Expr> outputs(RemotePart part, List<Expr> above) {
        List<Expr> outputs = new ArrayList<>();
        for (Expr expr : above) {
            for (Expr call : OnlyOnShards.in(expr, part, planning)) {
                if (!outputs.contains(call)) {
                    outputs.add(call);
                }
            }
            for (Var var : Quals.vars(expr)) {
                if (part.relations().contains(var.varno()) && !outputs.contains(var)) {
                    outputs.add(var);
                }
            }
        }
        return outputs;
    }
}
