package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;

/// Gives every expression its collation and every call the collation of its inputs, by the standard's rules of
/// explicit and implicit derivation (parse_collate.c). Runs once a clause's casts are in place; running again changes
/// nothing.
final class CollationAssignment extends ExprRewriter {
    private final ParseState p;
    /// What the children of the node at work derive.
    private State context = new State();

    private CollationAssignment(ParseState p) {
        this.p = p;
    }

    private enum Strength {
        NONE,
        IMPLICIT,
        CONFLICT,
        EXPLICIT
    }

    /// A derivation; of a conflict both collations.
    private static final class State {
        Strength strength = Strength.NONE;
        int collation;
        Position at = Position.NONE;
        int collation2;
        Position at2 = Position.NONE;
    }

    /// One expression that stands for itself.
    static Expr expression(ParseState p, Expr expr) {
        return new CollationAssignment(p).rewrite(expr);
    }

    static List<Expr> each(ParseState p, List<Expr> list) {
        List<Expr> result = new ArrayList<>(list.size());
        list.forEach(expr -> result.add(expression(p, expr)));
        return result;
    }

    /// All expressions of a query level; subqueries have theirs already.
    static void query(ParseState p, Query.Builder b) {
        b.targetList = targetList(p, b.targetList);
        b.returningList = targetList(p, b.returningList);
        b.havingQual = b.havingQual == null ? null : expression(p, b.havingQual);
        b.limitOffset = b.limitOffset == null ? null : expression(p, b.limitOffset);
        b.limitCount = b.limitCount == null ? null : expression(p, b.limitCount);
        b.mergeJoinCondition = b.mergeJoinCondition == null ? null : expression(p, b.mergeJoinCondition);
        ExprRewriter top = new ExprRewriter() {
            @Override
            public Expr rewrite(Expr e) {
                return expression(p, e);
            }

            @Override
            public Query rewrite(Query query) {
                return query;
            }
        };
        b.jointree = (FromExpr) top.rewrite(b.jointree);
        List<RangeTblEntry> rtable = new ArrayList<>(b.rtable.size());
        b.rtable.forEach(rte -> rtable.add(rte instanceof RteJoin ? rte : top.rewrite(rte)));
        b.rtable = rtable;
        if (b.onConflict != null || !b.windowClause.isEmpty() || !b.mergeActionList.isEmpty()) {
            Query.Builder rest = Query.builder(b.commandType);
            rest.onConflict = b.onConflict;
            rest.windowClause = b.windowClause;
            rest.mergeActionList = b.mergeActionList;
            Query done = new ExprRewriter() {
                @Override
                public Expr rewrite(Expr e) {
                    return expression(p, e);
                }
            }.rewrite(rest.build());
            b.onConflict = done.onConflict();
            b.windowClause = done.windowClause();
            b.mergeActionList = done.mergeActionList();
        }
    }

    static List<TargetEntry> targetList(ParseState p, List<TargetEntry> list) {
        List<TargetEntry> result = new ArrayList<>(list.size());
        for (TargetEntry entry : list) {
            CollationAssignment work = new CollationAssignment(p);
            Expr expr = work.rewrite(entry.expr());
            State state = work.context;
            if (state.strength == Strength.CONFLICT && entry.sortGroupRef() != 0) {
                throw work.conflict(state);
            }
            result.add(expr == entry.expr() ? entry : entry.withExpr(expr));
        }
        return result;
    }

    /// The collation that several values have together; of a conflict 0 if that is allowed (select_common_collation).
    static int common(ParseState p, List<Expr> exprs, boolean noneOk) {
        CollationAssignment work = new CollationAssignment(p);
        exprs.forEach(work::rewrite);
        if (work.context.strength == Strength.CONFLICT) {
            if (noneOk) {
                return 0;
            }
            throw work.conflict(work.context);
        }
        return work.context.collation;
    }

    private SqlException conflict(State state) {
        return new SqlException(
                        SqlState.COLLATION_MISMATCH,
                        "collation mismatch between implicit collations \""
                                + p.catalog().collationName(state.collation) + "\" and \""
                                + p.catalog().collationName(state.collation2) + "\"",
                        state.at2)
                .withHint("You can choose the collation by applying the COLLATE clause to one or both expressions.");
    }

    @Override
    public Query rewrite(Query query) {
        return query;
    }

    /// Rewrites the node and adds what it derives to the context.
    @Override
    public Expr rewrite(Expr expr) {
        State outer = context;
        context = new State();
        Expr result;
        State derived = new State();
        try {
            result = derive(expr, derived);
        } finally {
            context = outer;
        }
        merge(derived);
        return result;
    }

    private Expr derive(Expr expr, State derived) {
        switch (expr) {
            case Var _,
                    Const _,
                    Param _,
                    CaseTestExpr _,
                    CoerceToDomainValue _,
                    SetToDefault _,
                    SqlValueFunction _,
                    NextValue _,
                    CurrentOf _,
                    MergeSupportFunc _,
                    GroupingFunc _,
                    PlannedExpr _ -> {
                implicit(derived, expr.collation(), expr);
                return expr instanceof GroupingFunc ? rewriteChildren(expr) : expr;
            }
            case CollateExpr e -> {
                Expr arg = rewrite(e.arg());
                derived.collation = e.collation();
                derived.strength = Strength.EXPLICIT;
                derived.at = e.at();
                return arg == e.arg() ? e : new CollateExpr(arg, e.collation(), e.at());
            }
            case FieldSelect e -> {
                Expr result = rewriteChildren(e);
                implicit(derived, e.collation(), e);
                return result;
            }
            case RowExpr e -> {
                List<Expr> args = each(p, e.args());
                return new RowExpr(args, e.colNames(), e.form(), e.type(), e.at());
            }
            case RowCompareExpr e -> {
                List<Expr> left = new ArrayList<>();
                List<Expr> right = new ArrayList<>();
                List<Integer> collations = new ArrayList<>();
                for (int i = 0; i < e.left().size(); i++) {
                    collations.add(common(p, List.of(e.left().get(i), e.right().get(i)), true));
                    left.add(expression(p, e.left().get(i)));
                    right.add(expression(p, e.right().get(i)));
                }
                return new RowCompareExpr(e.kind(), e.opNos(), e.opFamilies(), collations, left, right, e.at());
            }
            case CoerceToDomain e -> {
                Expr arg = rewrite(e.arg());
                int own = p.catalog().typeCollation(e.type().oid());
                if (own == Collations.DEFAULT) {
                    copy(context, derived);
                } else if (own != 0) {
                    implicit(derived, own, e);
                }
                return new CoerceToDomain(arg, e.form(), e.type().withCollation(settled(derived)), e.at());
            }
            case CaseExpr e -> {
                Expr arg = e.arg() == null ? null : expression(p, e.arg());
                List<CaseWhen> whens = new ArrayList<>();
                for (CaseWhen when : e.whens()) {
                    whens.add(new CaseWhen(expression(p, when.condition()), rewrite(when.result()), when.at()));
                }
                Expr orElse = rewrite(e.orElse());
                bubble(e, derived);
                return new CaseExpr(arg, whens, orElse, collated(e.type(), derived), e.at());
            }
            case SubscriptingRef e -> {
                List<@Nullable Expr> upper = separately(e.upper());
                List<@Nullable Expr> lower = separately(e.lower());
                Expr ref = rewrite(e.refExpr());
                Expr assigned = e.assigned() == null ? null : rewrite(e.assigned());
                bubble(e, derived);
                return new SubscriptingRef(
                        e.container(),
                        e.elementType(),
                        upper,
                        lower,
                        ref,
                        assigned,
                        collated(e.type(), derived),
                        e.at());
            }
            case Aggref e -> {
                List<TargetEntry> args = new ArrayList<>();
                boolean mergeAll = e.kind() == Aggref.Kind.NORMAL || e.args().size() == 1;
                List<Expr> direct = new ArrayList<>();
                for (Expr arg : e.directArgs()) {
                    direct.add(e.kind() == Aggref.Kind.HYPOTHETICAL ? expression(p, arg) : rewrite(arg));
                }
                for (TargetEntry entry : e.args()) {
                    args.add(
                            entry.junk() || !mergeAll
                                    ? targetList(p, List.of(entry)).getFirst()
                                    : entry.withExpr(rewrite(entry.expr())));
                }
                Expr filter = e.filter() == null ? null : expression(p, e.filter());
                bubble(e, derived);
                return new Aggref(
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
                        collated(e.type(), derived),
                        settled(context),
                        e.at());
            }
            case WindowFunc e -> {
                List<Expr> args = new ArrayList<>();
                e.args().forEach(arg -> args.add(rewrite(arg)));
                Expr filter = e.filter() == null ? null : expression(p, e.filter());
                bubble(e, derived);
                return new WindowFunc(
                        e.winFnOid(),
                        e.name(),
                        args,
                        filter,
                        e.winRef(),
                        e.star(),
                        e.aggregate(),
                        e.retset(),
                        collated(e.type(), derived),
                        settled(context),
                        e.at());
            }
            case SubLink e -> {
                Expr test = e.testExpr() == null ? null : expression(p, e.testExpr());
                List<TargetEntry> columns = e.subselect().outputColumns();
                if ((e.kind() == SubLink.Kind.EXPR || e.kind() == SubLink.Kind.ARRAY) && !columns.isEmpty()) {
                    implicit(
                            derived,
                            columns.getFirst().expr().collation(),
                            columns.getFirst().expr());
                }
                return new SubLink(
                        e.kind(),
                        e.id(),
                        test,
                        e.operName(),
                        e.subselect(),
                        e.type().withCollation(derived.collation),
                        e.at());
            }
            case ArrayCoerceExpr e -> {
                Expr arg = rewrite(e.arg());
                Expr elem = expression(p, e.elemExpr());
                bubble(e, derived);
                return new ArrayCoerceExpr(arg, elem, e.form(), collated(e.type(), derived), e.at());
            }
            case FuncExpr e -> {
                Expr r = rewriteChildren(e);
                bubble(e, derived);
                FuncExpr f = (FuncExpr) r;
                return new FuncExpr(
                        f.funcId(),
                        f.name(),
                        f.args(),
                        f.variadic(),
                        f.retset(),
                        f.form(),
                        collated(f.type(), derived),
                        settled(context),
                        f.at());
            }
            case OpExpr e -> {
                OpExpr o = (OpExpr) rewriteChildren(e);
                bubble(e, derived);
                return new OpExpr(
                        o.opNo(),
                        o.opFuncId(),
                        o.name(),
                        o.args(),
                        o.retset(),
                        collated(o.type(), derived),
                        settled(context),
                        o.at());
            }
            case DistinctExpr e -> {
                DistinctExpr o = (DistinctExpr) rewriteChildren(e);
                return new DistinctExpr(o.opNo(), o.opFuncId(), o.name(), o.args(), o.type(), settled(context), o.at());
            }
            case NullIfExpr e -> {
                NullIfExpr o = (NullIfExpr) rewriteChildren(e);
                bubble(e, derived);
                return new NullIfExpr(
                        o.opNo(),
                        o.opFuncId(),
                        o.name(),
                        o.args(),
                        collated(o.type(), derived),
                        settled(context),
                        o.at());
            }
            case ScalarArrayOpExpr e -> {
                ScalarArrayOpExpr o = (ScalarArrayOpExpr) rewriteChildren(e);
                return new ScalarArrayOpExpr(
                        o.opNo(), o.opFuncId(), o.name(), o.useOr(), o.args(), settled(context), o.at());
            }
            case MinMaxExpr e -> {
                MinMaxExpr m = (MinMaxExpr) rewriteChildren(e);
                bubble(e, derived);
                return new MinMaxExpr(m.kind(), m.args(), collated(m.type(), derived), settled(context), m.at());
            }
            case CoalesceExpr e -> {
                CoalesceExpr c = (CoalesceExpr) rewriteChildren(e);
                bubble(e, derived);
                return new CoalesceExpr(c.args(), collated(c.type(), derived), c.at());
            }
            case RelabelType e -> {
                RelabelType r = (RelabelType) rewriteChildren(e);
                bubble(e, derived);
                return new RelabelType(r.arg(), r.form(), collated(r.type(), derived), r.at());
            }
            case CoerceViaIO e -> {
                CoerceViaIO r = (CoerceViaIO) rewriteChildren(e);
                bubble(e, derived);
                return new CoerceViaIO(r.arg(), r.form(), collated(r.type(), derived), r.at());
            }
            case ArrayExpr e -> {
                ArrayExpr a = (ArrayExpr) rewriteChildren(e);
                bubble(e, derived);
                return new ArrayExpr(a.elements(), a.elementType(), a.multiDims(), collated(a.type(), derived), a.at());
            }
            case SyntaxExpr e -> {
                implicit(derived, e.collation(), e);
                return e.withArguments(each(p, e.arguments()));
            }
            case BoolExpr _, NullTest _, BooleanTest _, ConvertRowtypeExpr _, FieldStore _ -> {
                return rewriteChildren(expr);
            }
        }
    }

    private List<@Nullable Expr> separately(List<@Nullable Expr> list) {
        List<@Nullable Expr> result = new ArrayList<>(list.size());
        for (Expr expr : list) {
            result.add(expr == null ? null : expression(p, expr));
        }
        return result;
    }

    /// The general rule: a collatable result takes what its inputs derive, or its type's own collation if they derive
    /// nothing.
    private void bubble(Expr expr, State derived) {
        int own = p.catalog().typeCollation(expr.type().oid());
        if (own == 0) {
            return;
        }
        if (context.strength.compareTo(Strength.NONE) > 0) {
            copy(context, derived);
        } else {
            implicit(derived, own, expr);
        }
    }

    private static void implicit(State state, int collation, Expr expr) {
        if (collation != 0) {
            state.collation = collation;
            state.strength = Strength.IMPLICIT;
            state.at = ExprLocation.of(expr);
        }
    }

    private static void copy(State from, State to) {
        to.strength = from.strength;
        to.collation = from.collation;
        to.at = from.at;
        to.collation2 = from.collation2;
        to.at2 = from.at2;
    }

    private static int settled(State state) {
        return state.strength == Strength.CONFLICT ? 0 : state.collation;
    }

    private SqlType collated(SqlType type, State derived) {
        return type.withCollation(p.catalog().typeCollation(type.oid()) == 0 ? 0 : settled(derived));
    }

    private void merge(State child) {
        if (child.strength.compareTo(context.strength) > 0) {
            copy(child, context);
            return;
        }
        if (child.strength != context.strength) {
            return;
        }
        switch (child.strength) {
            case NONE, CONFLICT -> {}
            case IMPLICIT -> {
                if (child.collation != context.collation) {
                    if (context.collation == Collations.DEFAULT) {
                        copy(child, context);
                    } else if (child.collation != Collations.DEFAULT) {
                        context.strength = Strength.CONFLICT;
                        context.collation2 = child.collation;
                        context.at2 = child.at;
                    }
                }
            }
            case EXPLICIT -> {
                if (child.collation != context.collation) {
                    throw new SqlException(
                            SqlState.COLLATION_MISMATCH,
                            "collation mismatch between explicit collations \""
                                    + p.catalog().collationName(context.collation) + "\" and \""
                                    + p.catalog().collationName(child.collation) + "\"",
                            child.at);
                }
            }
        }
    }
}
