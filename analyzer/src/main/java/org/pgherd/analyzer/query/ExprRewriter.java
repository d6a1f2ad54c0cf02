package org.pgherd.analyzer.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changes trees: a subclass overrides [#rewrite(Expr)] for the nodes it means and leaves the rest to
/// [#rewriteChildren] (expression_tree_mutator and query_tree_mutator of nodeFuncs.c).
/// What does not change is not copied: identity is kept.
public abstract class ExprRewriter {
    /// How many queries below the one where the rewriting began: what a Var's `levelsUp` is to be compared with.
    protected int depth;

    /// The expression's replacement.
    public Expr rewrite(Expr expr) {
        return rewriteChildren(expr);
    }

    /// Rewrites by a function that is asked outside in; where it answers null the children are rewritten.
    public static Expr replace(Expr expr, java.util.function.Function<Expr, @Nullable Expr> function) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr e) {
                Expr replaced = function.apply(e);
                return replaced != null ? replaced : rewriteChildren(e);
            }
        }.rewrite(expr);
    }

    /// One level: the same node over children that `function` has changed; a sublink's query stays as it is.
    public static Expr mapChildren(Expr expr, UnaryOperator<Expr> function) {
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr e) {
                return function.apply(e);
            }

            @Override
            public Query rewrite(Query query) {
                return query;
            }
        }.rewriteChildren(expr);
    }

    /// The same node over rewritten children.
    public final Expr rewriteChildren(Expr expr) {
        return switch (expr) {
            case Var _, Const _, Param _, CaseTestExpr _, CoerceToDomainValue _, SqlValueFunction _ -> expr;
            case SetToDefault _, CurrentOf _, NextValue _, MergeSupportFunc _ -> expr;
            case FuncExpr e -> {
                List<Expr> args = exprs(e.args());
                yield args == e.args()
                        ? e
                        : new FuncExpr(
                                e.funcId(),
                                e.name(),
                                args,
                                e.variadic(),
                                e.retset(),
                                e.form(),
                                e.type(),
                                e.inputCollation(),
                                e.at());
            }
            case OpExpr e -> {
                List<Expr> args = exprs(e.args());
                yield args == e.args()
                        ? e
                        : new OpExpr(
                                e.opNo(),
                                e.opFuncId(),
                                e.name(),
                                args,
                                e.retset(),
                                e.type(),
                                e.inputCollation(),
                                e.at());
            }
            case DistinctExpr e -> {
                List<Expr> args = exprs(e.args());
                yield args == e.args()
                        ? e
                        : new DistinctExpr(
                                e.opNo(), e.opFuncId(), e.name(), args, e.type(), e.inputCollation(), e.at());
            }
            case NullIfExpr e -> {
                List<Expr> args = exprs(e.args());
                yield args == e.args()
                        ? e
                        : new NullIfExpr(e.opNo(), e.opFuncId(), e.name(), args, e.type(), e.inputCollation(), e.at());
            }
            case ScalarArrayOpExpr e -> {
                List<Expr> args = exprs(e.args());
                yield args == e.args()
                        ? e
                        : new ScalarArrayOpExpr(
                                e.opNo(), e.opFuncId(), e.name(), e.useOr(), args, e.inputCollation(), e.at());
            }
            case BoolExpr e -> {
                List<Expr> args = exprs(e.args());
                yield args == e.args() ? e : new BoolExpr(e.kind(), args, e.at());
            }
            case SubLink e -> {
                Expr test = optional(e.testExpr());
                Query query = subquery(e.subselect());
                yield test == e.testExpr() && query == e.subselect()
                        ? e
                        : new SubLink(e.kind(), e.id(), test, e.operName(), query, e.type(), e.at());
            }
            case Aggref e -> {
                List<Expr> direct = exprs(e.directArgs());
                List<TargetEntry> args = targets(e.args());
                Expr filter = optional(e.filter());
                yield direct == e.directArgs() && args == e.args() && filter == e.filter()
                        ? e
                        : new Aggref(
                                e.aggFnOid(),
                                e.name(),
                                e.kind(),
                                direct,
                                args,
                                e.order(),
                                e.distinct(),
                                filter,
                                e.star(),
                                e.variadic(),
                                e.levelsUp(),
                                e.type(),
                                e.inputCollation(),
                                e.at());
            }
            case GroupingFunc e -> {
                List<Expr> args = exprs(e.args());
                yield args == e.args() ? e : new GroupingFunc(args, e.refs(), e.levelsUp(), e.at());
            }
            case WindowFunc e -> {
                List<Expr> args = exprs(e.args());
                Expr filter = optional(e.filter());
                yield args == e.args() && filter == e.filter()
                        ? e
                        : new WindowFunc(
                                e.winFnOid(),
                                e.name(),
                                args,
                                filter,
                                e.winRef(),
                                e.star(),
                                e.aggregate(),
                                e.retset(),
                                e.type(),
                                e.inputCollation(),
                                e.at());
            }
            case CaseExpr e -> {
                Expr arg = optional(e.arg());
                List<CaseWhen> whens = map(e.whens(), this::when);
                Expr orElse = rewrite(e.orElse());
                yield arg == e.arg() && whens == e.whens() && orElse == e.orElse()
                        ? e
                        : new CaseExpr(arg, whens, orElse, e.type(), e.at());
            }
            case CoalesceExpr e -> {
                List<Expr> args = exprs(e.args());
                yield args == e.args() ? e : new CoalesceExpr(args, e.type(), e.at());
            }
            case MinMaxExpr e -> {
                List<Expr> args = exprs(e.args());
                yield args == e.args() ? e : new MinMaxExpr(e.kind(), args, e.type(), e.inputCollation(), e.at());
            }
            case NullTest e -> {
                Expr arg = rewrite(e.arg());
                yield arg == e.arg() ? e : new NullTest(arg, e.isNull(), e.argIsRow(), e.at());
            }
            case BooleanTest e -> {
                Expr arg = rewrite(e.arg());
                yield arg == e.arg() ? e : new BooleanTest(arg, e.kind(), e.at());
            }
            case RelabelType e -> {
                Expr arg = rewrite(e.arg());
                yield arg == e.arg() ? e : new RelabelType(arg, e.form(), e.type(), e.at());
            }
            case CoerceViaIO e -> {
                Expr arg = rewrite(e.arg());
                yield arg == e.arg() ? e : new CoerceViaIO(arg, e.form(), e.type(), e.at());
            }
            case ArrayCoerceExpr e -> {
                Expr arg = rewrite(e.arg());
                Expr elem = rewrite(e.elemExpr());
                yield arg == e.arg() && elem == e.elemExpr()
                        ? e
                        : new ArrayCoerceExpr(arg, elem, e.form(), e.type(), e.at());
            }
            case ConvertRowtypeExpr e -> {
                Expr arg = rewrite(e.arg());
                yield arg == e.arg() ? e : new ConvertRowtypeExpr(arg, e.form(), e.type(), e.at());
            }
            case CoerceToDomain e -> {
                Expr arg = rewrite(e.arg());
                yield arg == e.arg() ? e : new CoerceToDomain(arg, e.form(), e.type(), e.at());
            }
            case FieldSelect e -> {
                Expr arg = rewrite(e.arg());
                yield arg == e.arg() ? e : new FieldSelect(arg, e.fieldNum(), e.name(), e.type());
            }
            case FieldStore e -> {
                Expr arg = rewrite(e.arg());
                List<Expr> values = exprs(e.newVals());
                yield arg == e.arg() && values == e.newVals()
                        ? e
                        : new FieldStore(arg, values, e.fieldNums(), e.type());
            }
            case RowExpr e -> {
                List<Expr> args = exprs(e.args());
                yield args == e.args() ? e : new RowExpr(args, e.colNames(), e.form(), e.type(), e.at());
            }
            case RowCompareExpr e -> {
                List<Expr> left = exprs(e.left());
                List<Expr> right = exprs(e.right());
                yield left == e.left() && right == e.right()
                        ? e
                        : new RowCompareExpr(
                                e.kind(), e.opNos(), e.opFamilies(), e.inputCollations(), left, right, e.at());
            }
            case ArrayExpr e -> {
                List<Expr> elements = exprs(e.elements());
                yield elements == e.elements()
                        ? e
                        : new ArrayExpr(elements, e.elementType(), e.multiDims(), e.type(), e.at());
            }
            case SubscriptingRef e -> {
                List<@Nullable Expr> upper = bounds(e.upper());
                List<@Nullable Expr> lower = bounds(e.lower());
                Expr ref = rewrite(e.refExpr());
                Expr assigned = optional(e.assigned());
                yield upper == e.upper() && lower == e.lower() && ref == e.refExpr() && assigned == e.assigned()
                        ? e
                        : new SubscriptingRef(
                                e.container(), e.elementType(), upper, lower, ref, assigned, e.type(), e.at());
            }
            case CollateExpr e -> {
                Expr arg = rewrite(e.arg());
                yield arg == e.arg() ? e : new CollateExpr(arg, e.collation(), e.at());
            }
            case SyntaxExpr e -> {
                List<Expr> before = e.arguments();
                List<Expr> args = exprs(before);
                yield args == before ? e : e.withArguments(args);
            }
            case PlannedExpr e -> {
                List<Expr> args = exprs(e.arguments());
                yield args == e.arguments() ? e : e.withArguments(args);
            }
        };
    }

    /// The query over rewritten expressions and subqueries, all in the range table and WITH included.
    public Query rewrite(Query query) {
        Query.Builder b = query.toBuilder();
        b.cteList = map(query.cteList(), this::cte);
        b.rtable = map(query.rtable(), this::rewrite);
        b.jointree = (FromExpr) rewrite(query.jointree());
        b.targetList = targets(query.targetList());
        b.onConflict = onConflict(query.onConflict());
        b.returningList = targets(query.returningList());
        b.havingQual = optional(query.havingQual());
        b.windowClause = map(query.windowClause(), this::window);
        b.limitOffset = optional(query.limitOffset());
        b.limitCount = optional(query.limitCount());
        b.mergeActionList = map(query.mergeActionList(), this::mergeAction);
        b.mergeJoinCondition = optional(query.mergeJoinCondition());
        b.checkOptions = map(query.checkOptions(), option -> {
            Expr qual = rewrite(option.qual());
            return qual == option.qual() ? option : new CheckOption(option.view(), qual, option.cascaded());
        });
        return b.build();
    }

    /// A join tree over rewritten conditions.
    public FromItem rewrite(FromItem item) {
        return switch (item) {
            case RangeTblRef ref -> ref;
            case JoinExpr join -> {
                FromItem left = rewrite(join.left());
                FromItem right = rewrite(join.right());
                Expr quals = optional(join.quals());
                yield left == join.left() && right == join.right() && quals == join.quals()
                        ? join
                        : new JoinExpr(
                                join.joinType(),
                                join.natural(),
                                left,
                                right,
                                join.usingClause(),
                                quals,
                                join.alias(),
                                join.rtindex());
            }
            case FromExpr from -> {
                List<FromItem> list = map(from.fromList(), this::rewrite);
                Expr quals = optional(from.quals());
                yield list == from.fromList() && quals == from.quals() ? from : new FromExpr(list, quals);
            }
        };
    }

    /// A range table entry over rewritten expressions and subquery.
    public RangeTblEntry rewrite(RangeTblEntry entry) {
        return switch (entry) {
            case RteRelation r ->
                r.sample() == null
                        ? r
                        : new RteRelation(
                                r.relation(),
                                r.inherit(),
                                new TableSample(
                                        r.sample().handler(),
                                        exprs(r.sample().args()),
                                        optional(r.sample().repeatable())),
                                r.alias(),
                                r.eref(),
                                r.inFromClause(),
                                r.checkAsUser());
            case RteSubquery s -> {
                Query query = subquery(s.query());
                yield query == s.query() ? s : s.withQuery(query);
            }
            case RteJoin j -> {
                List<Expr> vars = exprs(j.aliasVars());
                yield vars == j.aliasVars()
                        ? j
                        : new RteJoin(
                                j.joinType(),
                                j.mergedCount(),
                                vars,
                                j.leftColumns(),
                                j.rightColumns(),
                                j.joinUsingAlias(),
                                j.alias(),
                                j.eref(),
                                j.inFromClause());
            }
            case RteFunction f -> {
                List<RangeTblFunction> functions = map(f.functions(), this::function);
                yield functions == f.functions()
                        ? f
                        : new RteFunction(
                                functions, f.ordinality(), f.lateral(), f.alias(), f.eref(), f.inFromClause());
            }
            case RteValues v -> {
                List<List<Expr>> lists = map(v.lists(), this::exprs);
                yield lists == v.lists()
                        ? v
                        : new RteValues(lists, v.lateral(), v.columnTypes(), v.alias(), v.eref(), v.inFromClause());
            }
            case RteCte c -> c;
            case RteNamedTuplestore t -> t;
            case RteResult r -> r;
        };
    }

    /// A query one level deeper.
    protected final Query subquery(Query query) {
        depth++;
        try {
            return rewrite(query);
        } finally {
            depth--;
        }
    }

    protected final @Nullable Expr optional(@Nullable Expr expr) {
        return expr == null ? null : rewrite(expr);
    }

    protected final List<Expr> exprs(List<Expr> list) {
        return map(list, this::rewrite);
    }

    protected final List<TargetEntry> targets(List<TargetEntry> list) {
        return map(list, entry -> {
            Expr expr = rewrite(entry.expr());
            return expr == entry.expr() ? entry : entry.withExpr(expr);
        });
    }

    /// Maps a list; the same list if no element changed.
    protected static <T> List<T> map(List<T> list, UnaryOperator<T> function) {
        List<T> changed = null;
        for (int i = 0; i < list.size(); i++) {
            T before = list.get(i);
            T after = function.apply(before);
            if (after != before && changed == null) {
                changed = new ArrayList<>(list);
            }
            if (changed != null) {
                changed.set(i, after);
            }
        }
        return changed == null ? list : changed;
    }

    private List<@Nullable Expr> bounds(List<@Nullable Expr> list) {
        List<@Nullable Expr> changed = new ArrayList<>(list.size());
        boolean same = true;
        for (Expr bound : list) {
            Expr after = optional(bound);
            same &= after == bound;
            changed.add(after);
        }
        return same ? list : changed;
    }

    /// One arm of a CASE.
    protected CaseWhen when(CaseWhen when) {
        Expr condition = rewrite(when.condition());
        Expr result = rewrite(when.result());
        return condition == when.condition() && result == when.result()
                ? when
                : new CaseWhen(condition, result, when.at());
    }

    /// A WITH query.
    protected CommonTableExpr cte(CommonTableExpr cte) {
        Query query = subquery(cte.query());
        return query == cte.query() ? cte : cte.withQuery(query);
    }

    private RangeTblFunction function(RangeTblFunction f) {
        Expr expr = rewrite(f.expr());
        return expr == f.expr()
                ? f
                : new RangeTblFunction(expr, f.hasColumnDefinitions(), f.columnNames(), f.columnTypes());
    }

    private WindowClause window(WindowClause w) {
        Expr start = optional(w.startOffset());
        Expr end = optional(w.endOffset());
        return start == w.startOffset() && end == w.endOffset()
                ? w
                : new WindowClause(
                        w.name(),
                        w.refName(),
                        w.partitionClause(),
                        w.orderClause(),
                        w.frame(),
                        start,
                        end,
                        w.startInRangeFunc(),
                        w.endInRangeFunc(),
                        w.inRangeCollation(),
                        w.inRangeAscending(),
                        w.inRangeNullsFirst(),
                        w.winRef(),
                        w.copiedOrder());
    }

    private @Nullable OnConflictExpr onConflict(@Nullable OnConflictExpr c) {
        if (c == null) {
            return null;
        }
        List<InferenceElem> elems = map(c.arbiterElems(), elem -> {
            Expr expr = rewrite(elem.expr());
            return expr == elem.expr() ? elem : new InferenceElem(expr, elem.collation(), elem.opclass());
        });
        return new OnConflictExpr(
                c.action(),
                elems,
                optional(c.arbiterWhere()),
                c.constraint(),
                targets(c.set()),
                optional(c.where()),
                c.excludedRelIndex());
    }

    private MergeAction mergeAction(MergeAction a) {
        return new MergeAction(
                a.matchKind(), a.commandType(), a.override(), optional(a.qual()), targets(a.targetList()));
    }
}
