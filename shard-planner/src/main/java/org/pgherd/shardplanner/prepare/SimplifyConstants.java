package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// CASE WHEN false THEN x ELSE y END  =>  y;  strict(NULL, x)  =>  NULL;  true OR x  =>  true
/// (eval_const_expressions, those
/// of its rules that call no function).
///
/// What is left out is never evaluated, so that it raises no error and its subqueries do not run: a user sees the
/// difference. Counter-example: `x AND false` with x first goes as well, but `coalesce(x, 1)` stays, since x may be
/// NULL.
public final class SimplifyConstants extends ExprRewriter {
    private final PlanningFacts facts;

    private SimplifyConstants(PlanningFacts facts) {
        this.facts = facts;
    }

    public static Query in(Query query, PlanningFacts facts) {
        return new SimplifyConstants(facts).rewrite(query);
    }

    /// Under grouping sets an output expression stands for a grouped one, constant or not: it must stay as it is.
    @Override
    public Query rewrite(Query query) {
        Query simple = super.rewrite(query);
        if (query.groupingSets().isEmpty() || simple == query) {
            return simple;
        }
        Query.Builder b = simple.toBuilder();
        b.targetList = query.targetList();
        b.havingQual = query.havingQual();
        return b.build();
    }

    @Override
    public Expr rewrite(Expr expr) {
        if (expr instanceof CaseExpr choice) {
            return choice(choice);
        }
        Expr simple = rewriteChildren(expr);
        return switch (simple) {
            case BoolExpr e -> connective(e);
            case FuncExpr e when !e.retset() && isNullCall(e.funcId(), e.args()) -> nothing(e);
            case OpExpr e when !e.retset() && isNullCall(e.opFuncId(), e.args()) -> nothing(e);
            // a NULL beside an empty array is not NULL
            case ScalarArrayOpExpr e when e.args().getLast() instanceof Const c && c.isNull() -> nothing(e);
            case RelabelType e when isNull(e.arg()) -> nothing(e);
            case CoalesceExpr e -> coalesce(e);
            case NullTest e
            when !e.argIsRow() && e.arg() instanceof Const c -> Const.ofBoolean(c.isNull() == e.isNull(), e.at());
            case BooleanTest e when e.arg() instanceof Const c -> Const.ofBoolean(holds(e.kind(), c), e.at());
            default -> simple;
        };
    }

    private boolean isNullCall(int function, List<Expr> args) {
        return facts.isStrict(function) && args.stream().anyMatch(SimplifyConstants::isNull);
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
    private static Expr connective(BoolExpr e) {
        if (e.kind() == BoolExpr.Kind.NOT) {
            Expr arg = e.args().getFirst();
            Boolean value = truth(arg);
            return value != null ? Const.ofBoolean(!value, e.at()) : isNull(arg) ? arg : e;
        }
        boolean decisive = e.kind() == BoolExpr.Kind.OR;
        List<Expr> left = new ArrayList<>();
        boolean unknown = false;
        for (Expr arg : e.args()) {
            Boolean value = truth(arg);
            if (value != null && value == decisive) {
                return Const.ofBoolean(decisive, e.at());
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
        List<CaseWhen> whens = new ArrayList<>();
        Expr orElse = null;
        boolean same = arg == e.arg();
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
