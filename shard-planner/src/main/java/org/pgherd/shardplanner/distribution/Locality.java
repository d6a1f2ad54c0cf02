package org.pgherd.shardplanner.distribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteNamedTuplestore;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.analyzer.query.SetOperationTree;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Proves that a query may run where its rows are: on one shard, or on each shard over its own rows with the
/// answers concatenated. Join alias Vars must be flattened.
public final class Locality {
    private final Tables tables;
    private final @Nullable Locality outer;
    private final List<CteSpread> ctes = new ArrayList<>();

    /// A WITH query in scope.
    private record CteSpread(String name, Finding finding, List<Boolean> keyColumns) {}

    /// A query's spread, its keys as columns of its output.
    ///
    /// @param keyColumns for each output column whether it equals the shard key
    public record QuerySpread(Finding finding, List<Boolean> keyColumns) {
        public QuerySpread {
            keyColumns = List.copyOf(keyColumns);
        }
    }

    public Locality(Tables tables) {
        this(tables, null);
    }

    private Locality(Tables tables, @Nullable Locality outer) {
        this.tables = tables;
        this.outer = outer;
    }

    /// Whether the statement names the views that it reads.
    public boolean isByName() {
        return tables.isByName();
    }

    /// A proof for queries one level below this one, whose WITH queries they see.
    public Locality below() {
        return new Locality(tables, this);
    }

    /// Makes a WITH query known.
    public void define(String name, QuerySpread spread) {
        ctes.add(new CteSpread(name, spread.finding(), spread.keyColumns()));
    }

    /// The proof for a whole query; this object must be fresh for it.
    public QuerySpread of(Query query) {
        for (CommonTableExpr cte : query.cteList()) {
            define(cte.name(), with(cte));
        }
        if (query.setOperations() != null) {
            return setOperation(query);
        }
        Equalities equal = scope(query);
        JoinExpr merged = MergeJoin.outer(query);
        Finding from = merged == null ? items(query.jointree().fromList(), equal, query) : item(merged, equal, query);
        for (CteSpread cte : ctes) {
            // a WITH query that no one scans still runs if it writes
            if (from instanceof Spread spread && query.hasModifyingCTE()) {
                from = cte.finding() instanceof Spread other ? Combine.semi(spread, other, equal) : cte.finding();
            }
        }
        if (from instanceof Spread spread) {
            from = expressions(query, spread, equal);
        }
        if (from instanceof Spread spread && spread.kind() == Spread.Kind.SHARDED && !spread.onOneShard()) {
            String obstacle = Clauses.obstacle(query, spread, equal, tables);
            if (obstacle != null) {
                return refuse(obstacle, query);
            }
        }
        List<Boolean> keyColumns = new ArrayList<>();
        for (TargetEntry entry : query.outputColumns()) {
            keyColumns.add(from instanceof Spread spread && equal.isKey(entry.expr(), spread.keys()));
        }
        return new QuerySpread(from, keyColumns);
    }

    private QuerySpread with(CommonTableExpr cte) {
        if (cte.recursive()) {
            return recursive(cte);
        }
        QuerySpread read = below().of(cte.query());
        return cte.query().isSelect()
                ? read
                : new QuerySpread(WriteLocality.ofWith(cte.query(), this, tables), read.keyColumns());
    }

    private static QuerySpread refuse(String reason, Query query) {
        return new QuerySpread(
                new Refusal(reason),
                query.outputColumns().stream().map(_ -> false).toList());
    }

    /// What the quals of WHERE and of inner joins at the top prove. Those of a MERGE do not hold for rows without a
    /// partner.
    public Equalities scope(Query query) {
        Equalities equal = Equalities.none(tables.facts());
        equal = innerQuals(query.jointree(), equal);
        return MergeJoin.outer(query) == null ? equal.with(query.mergeJoinCondition()) : equal;
    }

    private static Equalities innerQuals(FromItem item, Equalities equal) {
        return switch (item) {
            case RangeTblRef _ -> equal;
            case FromExpr from -> {
                Equalities all = equal.with(from.quals());
                for (FromItem child : from.fromList()) {
                    all = innerQuals(child, all);
                }
                yield all;
            }
            case JoinExpr join ->
                switch (join.joinType()) {
                    case INNER -> innerQuals(join.right(), innerQuals(join.left(), equal.with(join.quals())));
                    case LEFT, SEMI, ANTI -> innerQuals(join.left(), equal);
                    case RIGHT -> innerQuals(join.right(), equal);
                    case FULL -> equal;
                };
        };
    }

    private Finding items(List<FromItem> items, Equalities equal, Query query) {
        List<Spread> spreads = new ArrayList<>();
        for (FromItem item : items) {
            Finding finding = item(item, equal, query);
            if (!(finding instanceof Spread spread)) {
                return finding;
            }
            spreads.add(spread);
        }
        return innerAll(spreads, equal);
    }

    /// Joins in any order that works: a join of the first two tables may be proved only through the third.
    static Finding innerAll(List<Spread> spreads, Equalities equal) {
        Spread joined = Spread.anywhere("no tables");
        List<Spread> rest = new ArrayList<>(spreads);
        Finding refusal = joined;
        while (!rest.isEmpty()) {
            boolean progress = false;
            for (int i = 0; i < rest.size(); i++) {
                Finding next = Combine.inner(joined, rest.get(i), equal);
                if (next instanceof Spread spread) {
                    joined = spread;
                    rest.remove(i);
                    progress = true;
                    break;
                }
                refusal = next;
            }
            if (!progress) {
                return refusal;
            }
        }
        return joined;
    }

    private Finding item(FromItem item, Equalities equal, Query query) {
        return switch (item) {
            case RangeTblRef ref -> leaf(ref.rtindex(), query, equal);
            case FromExpr from -> items(from.fromList(), equal.with(from.quals()), query);
            case JoinExpr join -> {
                Equalities on = equal.with(join.quals());
                boolean leftSeesOn = join.joinType() == JoinType.INNER || join.joinType() == JoinType.RIGHT;
                boolean rightSeesOn = join.joinType() == JoinType.INNER || join.joinType() == JoinType.LEFT;
                Finding left = item(
                        join.left(), leftSeesOn ? innerQuals(join.left(), on) : innerQuals(join.left(), equal), query);
                Finding right = item(
                        join.right(),
                        rightSeesOn ? innerQuals(join.right(), on) : innerQuals(join.right(), equal),
                        query);
                if (!(left instanceof Spread l)) {
                    yield left;
                }
                yield right instanceof Spread r ? Combine.join(join.joinType(), l, r, on) : right;
            }
        };
    }

    /// The spread of one range table entry.
    public Finding leaf(int rtindex, Query query, Equalities equal) {
        return switch (query.rte(rtindex)) {
            case RteRelation relation -> tables.spread(relation, rtindex, equal, query);
            case RteSubquery sub ->
                outside(below().of(sub.query()), rtindex, sub.query().outputTypes(), equal);
            case RteFunction function -> {
                List<Expr> calls = new ArrayList<>();
                function.functions().forEach(f -> calls.add(f.expr()));
                yield functions(calls, Spread.anywhere("a function without tables"));
            }
            case RteValues values -> {
                List<Expr> all = new ArrayList<>();
                values.lists().forEach(all::addAll);
                yield functions(all, Spread.anywhere("VALUES"));
            }
            case RteCte cte -> {
                CteSpread found = lookup(cte);
                yield found == null
                        ? new Refusal("WITH query \"" + cte.cteName() + "\" is kept on the coordinator")
                        : outside(
                                new QuerySpread(found.finding(), found.keyColumns()),
                                rtindex,
                                cte.columnTypes(),
                                equal);
            }
            case RteResult _ -> Spread.anywhere("no tables");
            case RteNamedTuplestore t ->
                new Refusal("transition table \"" + t.name() + "\" is kept on the coordinator");
            case RteJoin _ -> throw new AssertionError("a join is no leaf");
        };
    }

    private @Nullable CteSpread lookup(RteCte cte) {
        Locality at = this;
        for (int i = 0; i < cte.levelsUp() && at != null; i++) {
            at = at.outer;
        }
        if (at == null) {
            return null;
        }
        for (CteSpread candidate : at.ctes) {
            if (candidate.name().equals(cte.cteName())) {
                return candidate;
            }
        }
        return null;
    }

    /// A subquery's spread in terms of the query around: its key columns as Vars of the entry, a pin to a column
    /// of the
    /// query around (a correlated or lateral subquery) as a key.
    private static Finding outside(QuerySpread inner, int rtindex, List<SqlType> types, Equalities equal) {
        if (!(inner.finding() instanceof Spread spread)) {
            return inner.finding();
        }
        Set<Expr> keys = new HashSet<>();
        for (int i = 0; i < inner.keyColumns().size(); i++) {
            if (inner.keyColumns().get(i)) {
                keys.add(new Var(rtindex, i + 1, types.get(i), 0, Position.NONE));
            }
        }
        return raise(spread, keys, equal);
    }

    private static Spread raise(Spread spread, Set<Expr> keys, Equalities equal) {
        if (spread.pin() instanceof Pin.ToKey pin) {
            Expr key = lower(pin.key());
            if (!Equalities.isConstant(key)) {
                keys.add(key);
                return pinned(
                        new Spread(
                                Spread.Kind.SHARDED, pin.group(), keys, null, null, spread.because(), spread.reader()),
                        equal);
            }
            return new Spread(
                    spread.kind(),
                    spread.group(),
                    keys,
                    new Pin.ToKey(pin.group(), key),
                    null,
                    spread.because(),
                    spread.reader());
        }
        return pinned(spread.withKeys(keys), equal);
    }

    /// With a pin if the quals around say that a key is constant.
    private static Spread pinned(Spread spread, Equalities equal) {
        if (spread.kind() == Spread.Kind.SHARDED && spread.pin() == null) {
            for (Expr key : spread.keys()) {
                Expr constant = equal.constantOf(key);
                if (constant != null
                        && Keys.comparable(constant.type().oid(), key.type().oid())) {
                    return new Spread(
                            spread.kind(),
                            spread.group(),
                            spread.keys(),
                            new Pin.ToKey(spread.group(), constant),
                            null,
                            spread.because(),
                            spread.reader());
                }
            }
        }
        return spread;
    }

    /// An expression of a subquery as the query around writes it.
    private static Expr lower(Expr expr) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr e) {
                return e instanceof Var var && var.levelsUp() > 0
                        ? var.withLevelsUp(var.levelsUp() - 1)
                        : rewriteChildren(e);
            }
        }.rewrite(expr);
    }

    /// Sublinks and functions of all the query's own expressions.
    private Finding expressions(Query query, Spread spread, Equalities equal) {
        Finding finding = spread;
        for (Expr expr : ExprWalk.expressions(query)) {
            if (finding instanceof Spread so) {
                finding = expression(expr, so, equal);
            }
        }
        return finding;
    }

    /// Whether an expression may be evaluated where the rows of `spread` are; the spread may become a pinned one.
    public Finding expression(Expr expr, Spread spread, Equalities equal) {
        Finding finding = functions(List.of(expr), spread);
        if (!(finding instanceof Spread)) {
            return finding;
        }
        List<SubLink> positive = positiveSubLinks(expr);
        for (SubLink link : ExprFacts.subLinks(expr)) {
            if (finding instanceof Spread so) {
                finding = subLink(link, so, equal, positive.contains(link));
            }
        }
        return finding;
    }

    private Finding functions(List<Expr> exprs, Spread spread) {
        Finding finding = spread;
        for (Expr expr : exprs) {
            if (!(finding instanceof Spread so)) {
                return finding;
            }
            if (ExprWalk.any(expr, Locality::isRecordParameter)) {
                return new Refusal("servers take no anonymous rows as parameters");
            }
            if (ExprWalk.any(expr, tables::isUnsent)) {
                return new Refusal("the rows are read before the statement writes");
            }
            if (SessionBound.is(expr, tables.facts())) {
                if (so.isReadByOther()) {
                    return new Refusal("an expression depends on the session's role");
                }
                so = so.readBy(0);
                finding = so;
            }
            finding = switch (ExprFacts.reach(expr, tables.facts())) {
                case NOTHING, TRANSACTION_TIME -> finding;
                case CATALOG -> Combine.semi(so, tables.catalog(), Equalities.none(tables.facts()));
                case TABLES -> new Refusal("a function that may touch tables must run on the coordinator");
            };
        }
        return finding;
    }

    /// record_in and record_recv refuse what has no declared type.
    private static boolean isRecordParameter(Expr expr) {
        return expr instanceof Param param
                && (param.type().oid() == TypeOids.RECORD || param.type().oid() == TypeOids.RECORD_ARRAY)
                && (param.kind() == Param.Kind.EXEC || param.kind() == Param.Kind.EXTERN);
    }

    /// Sublinks that stand as conjuncts: false and NULL mean the same there.
    private static List<SubLink> positiveSubLinks(Expr expr) {
        List<SubLink> list = new ArrayList<>();
        for (Expr conjunct : Equalities.conjuncts(expr)) {
            if (conjunct instanceof SubLink link) {
                list.add(link);
            }
        }
        return list;
    }

    private Finding subLink(SubLink link, Spread outer, Equalities equal, boolean positive) {
        QuerySpread inner = below().of(link.subselect());
        if (!(inner.finding() instanceof Spread found)) {
            return inner.finding();
        }
        Spread seen = raise(found, new HashSet<>(), equal);
        if (positive && link.kind() == SubLink.Kind.ANY && found.kind() == Spread.Kind.SHARDED && !found.onOneShard()) {
            // x IN (SELECT key ...): partners of x have the key x
            for (Expr part : Equalities.conjuncts(link.testExpr())) {
                if (part instanceof OpExpr op
                        && tables.facts().isHashableEquality(op.opNo())
                        && Equalities.plain(op.right()) instanceof Param param
                        && param.kind() == Param.Kind.SUBLINK
                        && inner.keyColumns().get(param.number() - 1)) {
                    seen = seen.withMoreKeys(Set.of(Equalities.plain(op.left())));
                }
            }
        }
        if (outer.kind() == Spread.Kind.SHARDED
                && !outer.onOneShard()
                && !seen.everywhere()
                && seen.keys().isEmpty()) {
            return new Refusal("a subquery reads rows of other shards than those of the outer row");
        }
        return Combine.semi(outer, seen, equal);
    }

    private QuerySpread setOperation(Query query) {
        QuerySpread spread = branch(query.setOperations(), query);
        if (spread.finding() instanceof Spread found
                && found.kind() == Spread.Kind.SHARDED
                && !found.onOneShard()
                && (query.limitCount() != null || query.limitOffset() != null)) {
            return refuse("LIMIT needs the rows of all shards", query);
        }
        return spread;
    }

    private QuerySpread branch(@Nullable SetOperationTree tree, Query query) {
        return switch (tree) {
            case null -> throw new AssertionError("no set operation");
            case RangeTblRef ref -> below().of(((RteSubquery) query.rte(ref.rtindex())).query());
            case SetOperationStmt op -> {
                QuerySpread left = branch(op.left(), query);
                QuerySpread right = branch(op.right(), query);
                yield SetOperationSpread.of(op, left, right, tables.facts());
            }
        };
    }

    /// A recursive WITH query: if its first part and its step are proved with the step reading what the first
    /// part's
    /// proof says, so is every round.
    private QuerySpread recursive(CommonTableExpr cte) {
        Query query = cte.query();
        if (query.setOperations() == null
                || !(query.setOperations().left() instanceof RangeTblRef)
                || !(query.setOperations().right() instanceof RangeTblRef)) {
            return refuse("a recursive query of this form runs on the coordinator", query);
        }
        Locality body = below();
        for (CommonTableExpr inner : query.cteList()) {
            body.define(inner.name(), body.with(inner));
        }
        QuerySpread start = body.branch(query.setOperations().left(), query);
        Locality step = new Locality(tables, this);
        ctes.add(new CteSpread(cte.name(), start.finding(), start.keyColumns()));
        step.ctes.addAll(body.ctes);
        QuerySpread next = step.branch(query.setOperations().right(), query);
        ctes.removeLast();
        QuerySpread both = SetOperationSpread.of(query.setOperations(), start, next, tables.facts());
        if (both.finding() instanceof Spread spread
                && spread.kind() == Spread.Kind.SHARDED
                && !spread.onOneShard()
                && !both.keyColumns().equals(start.keyColumns())) {
            return refuse("the recursive step does not keep the shard key", query);
        }
        List<Boolean> columns = new ArrayList<>(both.keyColumns());
        while (columns.size() < cte.columnNames().size()) {
            columns.add(false);
        }
        return new QuerySpread(both.finding(), columns);
    }
}
