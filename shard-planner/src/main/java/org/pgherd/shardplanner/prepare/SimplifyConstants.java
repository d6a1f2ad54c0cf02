package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.ArrayCoerceExpr;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseTestExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FieldSelect;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.MinMaxExpr;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.SubscriptingRef;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.distribution.CollatedCalls;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// CASE WHEN false THEN x ELSE y END  =>  y;  strict(NULL, x)  =>  NULL;  true OR x  =>  true
/// (eval_const_expressions). In the end calls of immutable functions over constants are computed too: 1 / 0 fails
/// before
/// any row is read, as in PostgreSQL.
///
/// What is left out is never evaluated, so that it raises no error and its subqueries do not run: a user sees the
/// difference. Counter-example: `x AND false` with x first goes as well, but `coalesce(x, 1)` stays, since x may be
/// NULL.
public final class SimplifyConstants extends ExprRewriter {
    /// Types whose text form is the same in every session.
    private static final Set<Integer> READS_ALIKE = Set.of(
            TypeOids.BOOL,
            TypeOids.INT2,
            TypeOids.INT4,
            TypeOids.INT8,
            TypeOids.FLOAT4,
            TypeOids.FLOAT8,
            TypeOids.NUMERIC,
            TypeOids.UUID,
            TypeOids.JSON,
            TypeOids.JSONB);

    private final PlanningFacts facts;
    private final boolean computes;
    /// Whether queries within sublinks are left alone.
    private final boolean oneLevel;
    /// A subquery of the query at hand that nobody reads.
    private @Nullable RangeTblEntry unplanned;
    /// The value of `x` within CASE x WHEN.
    private @Nullable Const tested;

    private SimplifyConstants(PlanningFacts facts, boolean computes, boolean oneLevel) {
        this.facts = facts;
        this.computes = computes;
        this.oneLevel = oneLevel;
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new SimplifyConstants(facts, false, false).rewrite(query);
    }

    /// Calls functions too.
    static Query computing(Query query, PlanningFacts facts) {
        return new SimplifyConstants(facts, true, false).rewrite(query);
    }

    /// Calls functions too, in expressions of one query alone.
    static SimplifyConstants ofOneLevel(PlanningFacts facts) {
        return new SimplifyConstants(facts, true, true);
    }

    /// Under grouping sets an output expression stands for a grouped one, constant or not: it must stay as it is.
    @Override
    public Query rewrite(Query query) {
        if (oneLevel) {
            return query;
        }
        RangeTblEntry around = unplanned;
        unplanned = computes ? unread(query) : null;
        Query simple = super.rewrite(query);
        unplanned = around;
        if (query.groupingSets().isEmpty() || simple == query) {
            return simple == query ? query : typed(simple, query);
        }
        Query.Builder b = simple.toBuilder();
        b.targetList = query.targetList();
        b.havingQual = query.havingQual();
        return b.build();
    }

    /// The subquery of which a query wants no row: it is not planned, so that nothing in it fails. Null if there is
    /// none.
    private @Nullable RangeTblEntry unread(Query query) {
        if (!query.isSelect() || query.rtable().stream().noneMatch(RteSubquery.class::isInstance)) {
            return null;
        }
        SimplifyConstants level = ofOneLevel(facts);
        return UnreadInput.of(query, (FromExpr) level.rewrite(query.jointree()), level);
    }

    @Override
    public RangeTblEntry rewrite(RangeTblEntry entry) {
        return entry == unplanned ? entry : super.rewrite(entry);
    }

    /// What is outside knows the outputs by their types: an arm that is left may be of another length.
    private static Query typed(Query simple, Query before) {
        List<TargetEntry> targets = new ArrayList<>();
        for (int i = 0; i < simple.targetList().size(); i++) {
            TargetEntry entry = simple.targetList().get(i);
            SqlType type = before.targetList().get(i).expr().type();
            boolean same = entry.expr().type().equals(type);
            targets.add(
                    same
                            ? entry
                            : entry.withExpr(
                                    new RelabelType(entry.expr(), CoercionForm.IMPLICIT_CAST, type, Position.NONE)));
        }
        if (targets.equals(simple.targetList())) {
            return simple;
        }
        Query.Builder b = simple.toBuilder();
        b.targetList = targets;
        return b.build();
    }

    @Override
    public Expr rewrite(Expr expr) {
        switch (expr) {
            case CaseExpr choice -> {
                return choice(choice);
            }
            case CaseTestExpr _
            when tested != null -> {
                return tested;
            }
            case ArrayCoerceExpr e
            when tested != null -> {
                // its CaseTestExpr is an element
                Expr arg = rewrite(e.arg());
                Expr changed = arg == e.arg() ? e : new ArrayCoerceExpr(arg, e.elemExpr(), e.form(), e.type(), e.at());
                return computes ? computed(changed) : changed;
            }
            case BoolExpr e
            when computes && e.kind() != BoolExpr.Kind.NOT -> {
                return connective(withoutRest(e));
            }
            case CoalesceExpr e
            when computes -> {
                return coalesce(withoutRest(e));
            }
            case SubLink link -> {
                return subLink(computes && !oneLevel && link.kind() == SubLink.Kind.EXISTS ? unread(link) : link);
            }
            default -> {}
        }
        Expr simple = rewriteChildren(expr);
        return switch (simple) {
            case BoolExpr e -> connective(e);
            case FuncExpr e when !e.retset() && isNullCall(e.funcId(), e.args()) && isDone(e.args()) -> nothing(e);
            case OpExpr e when !e.retset() && isNullCall(e.opFuncId(), e.args()) && isDone(e.args()) -> nothing(e);
            case RelabelType e when isNull(e.arg()) -> nothing(e);
            case CoalesceExpr e -> coalesce(e);
            // a row of constants is a constant, whose fields are not looked at
            case NullTest e
            when e.argIsRow()
                    && e.arg() instanceof RowExpr row
                    && !row.args().stream().allMatch(KnownValues::isConstant) -> FieldNullTests.of(e, row);
            case NullTest e
            when !e.argIsRow() && KnownValues.isKnown(e.arg()) ->
                Const.ofBoolean(KnownValues.isNull(e.arg()) == e.isNull(), e.at());
            case FieldSelect e when KnownValues.field(e) instanceof Expr field && isDone(List.of(e.arg())) -> field;
            case BooleanTest e when e.arg() instanceof Const c -> Const.ofBoolean(holds(e.kind(), c), e.at());
            default -> computes ? computed(simple) : simple;
        };
    }

    /// Its test stays a comparison with what is left of it, even where that is NULL.
    private SubLink subLink(SubLink link) {
        Expr test = link.testExpr();
        Expr compared = test == null ? null : comparison(test);
        Query query = subquery(link.subselect());
        return compared == test && query == link.subselect()
                ? link
                : new SubLink(link.kind(), link.id(), compared, link.operName(), query, link.type(), link.at());
    }

    private Expr comparison(Expr test) {
        return switch (test) {
            case OpExpr e -> rewriteChildren(e);
            case BoolExpr e -> {
                List<Expr> args = e.args().stream().map(this::comparison).toList();
                yield isSame(args, e.args()) ? e : new BoolExpr(e.kind(), args, e.at());
            }
            default -> rewrite(test);
        };
    }

    /// Whether no argument has a call over constants, which PostgreSQL computes first and which may fail.
    private boolean isDone(List<Expr> args) {
        return computes || args.stream().noneMatch(arg -> ExprWalk.any(arg, SimplifyConstants::isConstantCall));
    }

    private static boolean isConstantCall(Expr expr) {
        return KnownValues.isCall(expr)
                && !ExprWalk.any(
                        expr,
                        e -> e instanceof Var || e instanceof SubLink || e instanceof Param || e instanceof Aggref);
    }

    /// An output that nobody reads is not computed (remove_unused_subquery_outputs of allpaths.c).
    private Expr unneeded(Expr expr) {
        boolean stays = expr.type().oid() == TypeOids.RECORD
                || ExprWalk.any(expr, e -> e instanceof FuncExpr f && f.retset() || e instanceof OpExpr o && o.retset())
                || ExprFacts.volatility(expr, facts) == Volatility.VOLATILE;
        return stays || expr instanceof Const || expr instanceof Var ? expr : Const.ofNull(expr.type(), expr.at());
    }

    /// EXISTS reads no output. Only the target list loses them: a qual may share an expression with it.
    private SubLink unread(SubLink exists) {
        Query query = exists.subselect();
        if (!isUnreadByExists(query)) {
            return exists;
        }
        Query.Builder b = query.toBuilder();
        b.targetList = query.targetList().stream()
                .map(entry -> entry.withExpr(unneeded(entry.expr())))
                .toList();
        return new SubLink(
                exists.kind(),
                exists.id(),
                exists.testExpr(),
                exists.operName(),
                b.build(),
                exists.type(),
                exists.at());
    }

    /// simplify_EXISTS_query of subselect.c.
    static boolean isUnreadByExists(Query query) {
        return query.isSelect()
                && query.setOperations() == null
                && !query.hasAggs()
                && !query.hasWindowFuncs()
                && !query.hasTargetSRFs()
                && query.groupingSets().isEmpty()
                && query.havingQual() == null
                && query.limitOffset() == null
                && query.rowMarks().isEmpty();
    }

    /// AND and OR up to the argument that decides: the others are not computed.
    private BoolExpr withoutRest(BoolExpr e) {
        boolean decisive = e.kind() == BoolExpr.Kind.OR;
        List<Expr> args = new ArrayList<>();
        for (Expr arg : e.args()) {
            args.add(rewrite(arg));
            Boolean value = truth(args.getLast());
            if (value != null && value == decisive) {
                break;
            }
        }
        return isSame(args, e.args()) ? e : new BoolExpr(e.kind(), args, e.at());
    }

    private CoalesceExpr withoutRest(CoalesceExpr e) {
        List<Expr> args = new ArrayList<>();
        for (Expr arg : e.args()) {
            args.add(rewrite(arg));
            if (args.getLast() instanceof Const c && !c.isNull()) {
                break;
            }
        }
        return isSame(args, e.args()) ? e : new CoalesceExpr(args, e.type(), e.at());
    }

    private static boolean isSame(List<Expr> after, List<Expr> before) {
        if (after.size() != before.size()) {
            return false;
        }
        for (int i = 0; i < after.size(); i++) {
            if (after.get(i) != before.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// A call over constants that PostgreSQL computes while it plans (evaluate_expr).
    private Expr computed(Expr expr) {
        if (RangeContains.of(expr) instanceof Const known) {
            return known;
        }
        boolean may = KnownValues.isPlain(expr.type())
                && !CollatedCalls.isOnlyThere(expr, facts.types())
                && isComputable(expr)
                && (KnownValues.arguments(expr).stream().allMatch(KnownValues::isKnown) || comparesRows(expr));
        if (expr instanceof ArrayExpr array && array.multiDims() && KnownValues.isKnown(array)) {
            // its parts may not fit together
            facts.valueOf(array);
        }
        Const value = may ? facts.valueOf(expr) : null;
        // a collation that is written must stay for what stands around
        boolean named = expr.type().collation() != 0 && ExprWalk.any(expr, CollateExpr.class::isInstance);
        return value == null || named ? expr : value;
    }

    /// Whether a call gives the same at all times, and can be made here.
    private boolean isComputable(Expr expr) {
        return switch (expr) {
            case FuncExpr e -> !e.retset() && isComputable(e.funcId());
            case OpExpr e -> !e.retset() && isComputable(e.opFuncId());
            case ScalarArrayOpExpr e -> isComputable(e.opFuncId());
            case DistinctExpr e -> isComputable(e.opFuncId());
            case NullIfExpr e -> isComputable(e.opFuncId());
            case CoerceViaIO e -> READS_ALIKE.contains(e.type().oid());
            case ArrayCoerceExpr e -> isComputableCast(e.elemExpr());
            case SubscriptingRef e -> e.assigned() == null;
            case MinMaxExpr _ -> true;
            default -> false;
        };
    }

    private boolean isComputable(int function) {
        return BuiltinCatalog.instance().proc(function) != null
                && facts.volatility(function) == Volatility.IMMUTABLE
                && facts.runsHere(function);
    }

    /// Of the elements of an array.
    private boolean isComputableCast(Expr expr) {
        return switch (expr) {
            case CaseTestExpr _, Const _ -> true;
            case RelabelType e -> isComputableCast(e.arg());
            case FuncExpr _, CoerceViaIO _ ->
                isComputable(expr) && ExprWalk.children(expr).stream().allMatch(this::isComputableCast);
            default -> false;
        };
    }

    /// Rows of constants are constants.
    private boolean comparesRows(Expr expr) {
        return expr instanceof OpExpr op
                && op.args().stream().anyMatch(RowExpr.class::isInstance)
                && !ExprWalk.any(
                        op,
                        e -> e instanceof Var
                                || e instanceof SubLink
                                || e instanceof Param
                                || e instanceof Aggref
                                || e instanceof CaseTestExpr)
                && ExprFacts.volatility(op, facts) == Volatility.IMMUTABLE;
    }

    private boolean isNullCall(int function, List<Expr> args) {
        return facts.isStrict(function) && args.stream().anyMatch(KnownValues::isNull);
    }

    private static boolean isNull(Expr expr) {
        return expr instanceof Const c && c.isNull();
    }

    /// A NULL of unknown shape of row is no constant.
    private static Expr nothing(Expr expr) {
        SqlType type = expr.type();
        return type.oid() == TypeOids.RECORD ? expr : Const.ofNull(type, expr.at());
    }

    private static @Nullable Boolean truth(Expr expr) {
        return expr instanceof Const c && !c.isNull() && c.value() instanceof Boolean value ? value : null;
    }

    private static boolean holds(BooleanTest.Kind kind, Const c) {
        Boolean value = truth(c);
        return switch (kind) {
            case IS_TRUE -> value != null && value;
            case IS_NOT_TRUE -> value == null || !value;
            case IS_FALSE -> value != null && !value;
            case IS_NOT_FALSE -> value == null || value;
            case IS_UNKNOWN -> value == null;
            case IS_NOT_UNKNOWN -> value != null;
        };
    }

    /// simplify_or_arguments, simplify_and_arguments, negate_clause.
    private Expr connective(BoolExpr e) {
        if (e.kind() == BoolExpr.Kind.NOT) {
            Expr arg = e.args().getFirst();
            Boolean value = truth(arg);
            return value != null ? Const.ofBoolean(!value, e.at()) : isNull(arg) ? arg : negated(e, arg);
        }
        boolean decisive = e.kind() == BoolExpr.Kind.OR;
        List<Expr> left = new ArrayList<>();
        boolean unknown = false;
        for (Expr arg : e.args()) {
            Boolean value = truth(arg);
            if (value != null && value == decisive) {
                // what stands before it is computed first, and may fail
                boolean waits = !computes && left.stream().anyMatch(SimplifyConstants::hasConstantCall);
                return waits ? e : Const.ofBoolean(decisive, e.at());
            }
            if (isNull(arg)) {
                unknown = true;
            } else if (value == null) {
                left.add(arg);
            }
        }
        if (left.isEmpty()) {
            return unknown ? Const.ofNull(SqlType.BOOL, e.at()) : Const.ofBoolean(!decisive, e.at());
        }
        if (unknown) {
            left.add(Const.ofNull(SqlType.BOOL, e.at()));
        }
        return left.size() == 1
                ? left.getFirst()
                : left.size() == e.args().size() ? e : new BoolExpr(e.kind(), left, e.at());
    }

    /// NOT in front of a comparison is the opposite comparison, which may be what a join needs.
    private Expr negated(BoolExpr not, Expr arg) {
        if (arg instanceof BoolExpr inner && inner.kind() == BoolExpr.Kind.NOT) {
            return inner.args().getFirst();
        }
        if (!(arg instanceof OpExpr comparison)) {
            return not;
        }
        int negator = facts.negator(comparison.opNo());
        return negator == 0
                ? not
                : new OpExpr(
                        negator,
                        facts.operatorFunction(negator),
                        facts.operatorName(negator),
                        comparison.args(),
                        comparison.retset(),
                        comparison.type(),
                        comparison.inputCollation(),
                        comparison.at());
    }

    private static boolean hasConstantCall(Expr expr) {
        return ExprWalk.any(
                expr,
                e -> KnownValues.isCall(e) && KnownValues.arguments(e).stream().allMatch(KnownValues::isKnown));
    }

    private static Expr coalesce(CoalesceExpr e) {
        List<Expr> left = new ArrayList<>();
        for (Expr arg : e.args()) {
            if (isNull(arg)) {
                continue;
            }
            left.add(arg);
            if (arg instanceof Const) {
                break;
            }
        }
        if (left.isEmpty()) {
            return Const.ofNull(e.type(), e.at());
        }
        if (left.size() == 1 && left.getFirst() instanceof Const) {
            return left.getFirst();
        }
        return left.size() == e.args().size() ? e : new CoalesceExpr(left, e.type(), e.at());
    }

    /// Arms that are never taken are not even looked at; the first that is always taken ends the list.
    private Expr choice(CaseExpr e) {
        Expr arg = e.arg() == null ? null : rewrite(e.arg());
        Const outer = tested;
        tested = computes && arg instanceof Const value ? value : null;
        try {
            return choice(e, tested == null ? arg : null);
        } finally {
            tested = outer;
        }
    }

    private Expr choice(CaseExpr e, @Nullable Expr arg) {
        List<CaseWhen> whens = new ArrayList<>();
        Expr orElse = null;
        boolean same = arg == e.arg() && tested == null;
        for (CaseWhen when : e.whens()) {
            Expr condition = rewrite(when.condition());
            Boolean value = truth(condition);
            if (isNull(condition) || value != null && !value) {
                same = false;
                continue;
            }
            Expr result = rewrite(when.result());
            if (value != null) {
                same = false;
                orElse = result;
                break;
            }
            same &= condition == when.condition() && result == when.result();
            whens.add(new CaseWhen(condition, result, when.at()));
        }
        if (orElse == null) {
            orElse = rewrite(e.orElse());
            same &= orElse == e.orElse();
        }
        if (whens.isEmpty()) {
            return orElse;
        }
        return same ? e : new CaseExpr(arg, whens, orElse, e.type(), e.at());
    }
}
