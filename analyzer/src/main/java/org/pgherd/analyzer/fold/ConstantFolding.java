package org.pgherd.analyzer.fold;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.query.*;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.function.ScalarFunction;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Opaque;

/// Folds calls of immutable built-in functions over constants, and what AND, OR, NOT, CASE, COALESCE and NULL tests
/// make
/// of constants. Errors of an evaluated call are thrown, as PostgreSQL throws them when it plans; in branches of CASE
/// that a constant condition rules out nothing is evaluated. Functions that Java does not implement stay calls.
public final class ConstantFolding extends ExprRewriter {
    private final CatalogView catalog;
    private final FunctionContext session;

    private ConstantFolding(CatalogView catalog, FunctionContext session) {
        this.catalog = catalog;
        this.session = session;
    }

    public static Expr fold(Expr expr, CatalogView catalog, FunctionContext session) {
        return new ConstantFolding(catalog, session).rewrite(expr);
    }

    /// Every expression of a query and its subqueries.
    public static Query fold(Query query, CatalogView catalog, FunctionContext session) {
        return new ConstantFolding(catalog, session).rewrite(query);
    }

    @Override
    public Expr rewrite(Expr expr) {
        return switch (expr) {
            case CaseExpr e -> foldCase(e);
            case CoalesceExpr e -> foldCoalesce(e);
            case BoolExpr e -> foldBool(e);
            default -> one(rewriteChildren(expr));
        };
    }

    private Expr one(Expr expr) {
        return switch (expr) {
            case FuncExpr e when !e.retset() -> call(e, e.funcId(), e.args(), e.inputCollation(), e.variadic());
            case OpExpr e when !e.retset() -> call(e, e.opFuncId(), e.args(), e.inputCollation(), false);
            case DistinctExpr e -> distinct(e);
            case NullIfExpr e when e.args().getFirst() instanceof Const c && c.isNull() -> c;
            case RelabelType e
            when e.arg() instanceof Const c && sameCarrier(c, e.type()) -> new Const(e.type(), c.value(), c.at());
            case CoerceViaIO e when e.arg() instanceof Const c && c.isNull() -> new Const(e.type(), null, c.at());
            case CollateExpr e when e.arg() instanceof Const c -> new Const(e.type(), c.value(), c.at());
            case NullTest e
            when e.arg() instanceof Const c && !e.argIsRow() -> Const.ofBoolean(c.isNull() == e.isNull(), e.at());
            case BooleanTest e
            when e.arg() instanceof Const c -> Const.ofBoolean(test(e.kind(), (Boolean) c.value()), e.at());
            case ScalarArrayOpExpr e
            when e.args().getLast() instanceof Const c && c.isNull() && strict(e.opFuncId()) ->
                new Const(SqlType.BOOL, null, e.at());
            default -> expr;
        };
    }

    private static boolean sameCarrier(Const value, SqlType type) {
        return value.isNull()
                || Carrier.of(value.type().oid()) == Carrier.of(type.oid()) && !(value.value() instanceof Opaque);
    }

    private boolean strict(int function) {
        ProcRow row = catalog.catalog().proc(function);
        return row != null && row.strict();
    }

    private Expr call(Expr expr, int function, List<Expr> args, int inputCollation, boolean variadic) {
        ProcRow row = catalog.catalog().proc(function);
        if (row == null || row.kind() != 'f') {
            return expr;
        }
        boolean constant = true;
        for (Expr arg : args) {
            if (!(arg instanceof Const c)) {
                constant = false;
            } else if (c.isNull() && row.strict()) {
                return new Const(expr.type(), null, expr.at());
            }
        }
        if (!constant || row.volatility() != 'i' || row.returnType() == TypeOids.RECORD) {
            return expr;
        }
        ScalarFunction method = FunctionRegistry.instance().function(function);
        if (method == null || method.returnsSet()) {
            return expr;
        }
        @Nullable Object[] values = new Object[args.size()];
        List<SqlType> types = new ArrayList<>(args.size());
        for (int i = 0; i < values.length; i++) {
            Const c = (Const) args.get(i);
            values[i] = c.value();
            types.add(c.type());
        }
        Object result =
                method.call(session, new CallSite(types, expr.type(), inputCollation, variadic, List.of()), values);
        return new Const(expr.type(), result, expr.at());
    }

    private Expr distinct(DistinctExpr e) {
        if (e.args().getFirst() instanceof Const l && e.args().getLast() instanceof Const r) {
            if (l.isNull() || r.isNull()) {
                return Const.ofBoolean(l.isNull() != r.isNull(), e.at());
            }
            Expr equal = call(
                    new OpExpr(
                            e.opNo(),
                            e.opFuncId(),
                            e.name(),
                            e.args(),
                            false,
                            SqlType.BOOL,
                            e.inputCollation(),
                            e.at()),
                    e.opFuncId(),
                    e.args(),
                    e.inputCollation(),
                    false);
            if (equal instanceof Const c && c.value() instanceof Boolean b) {
                return Const.ofBoolean(!b, e.at());
            }
        }
        return e;
    }

    private static boolean test(BooleanTest.Kind kind, @Nullable Boolean value) {
        return switch (kind) {
            case IS_TRUE -> value != null && value;
            case IS_NOT_TRUE -> value == null || !value;
            case IS_FALSE -> value != null && !value;
            case IS_NOT_FALSE -> value == null || value;
            case IS_UNKNOWN -> value == null;
            case IS_NOT_UNKNOWN -> value != null;
        };
    }

    private Expr foldBool(BoolExpr e) {
        if (e.kind() == BoolExpr.Kind.NOT) {
            Expr arg = rewrite(e.args().getFirst());
            if (arg instanceof Const c) {
                return c.value() instanceof Boolean b ? Const.ofBoolean(!b, e.at()) : c;
            }
            return arg == e.args().getFirst() ? e : new BoolExpr(e.kind(), List.of(arg), e.at());
        }
        boolean and = e.kind() == BoolExpr.Kind.AND;
        List<Expr> rest = new ArrayList<>();
        boolean sawNull = false;
        boolean changed = false;
        for (Expr raw : e.args()) {
            Expr arg = rewrite(raw);
            changed |= arg != raw;
            if (arg instanceof Const c) {
                changed = true;
                if (c.value() instanceof Boolean b) {
                    if (b != and) {
                        return Const.ofBoolean(!and, e.at());
                    }
                } else {
                    sawNull = true;
                }
                continue;
            }
            rest.add(arg);
        }
        if (!changed) {
            return e;
        }
        if (sawNull) {
            rest.add(new Const(SqlType.BOOL, null, e.at()));
        }
        if (rest.isEmpty()) {
            return Const.ofBoolean(and, e.at());
        }
        return rest.size() == 1 ? rest.getFirst() : new BoolExpr(e.kind(), rest, e.at());
    }

    private Expr foldCoalesce(CoalesceExpr e) {
        List<Expr> rest = new ArrayList<>();
        for (Expr raw : e.args()) {
            Expr arg = rewrite(raw);
            if (arg instanceof Const c) {
                if (c.isNull()) {
                    continue;
                }
                if (rest.isEmpty()) {
                    return arg;
                }
                rest.add(arg);
                break;
            }
            rest.add(arg);
        }
        if (rest.isEmpty()) {
            return new Const(e.type(), null, e.at());
        }
        return rest.size() == 1 ? rest.getFirst() : new CoalesceExpr(rest, e.type(), e.at());
    }

    private Expr foldCase(CaseExpr e) {
        Expr arg = e.arg() == null ? null : rewrite(e.arg());
        List<CaseWhen> whens = new ArrayList<>();
        Expr orElse = null;
        for (CaseWhen when : e.whens()) {
            Expr raw = when.condition();
            Expr condition = rewrite(arg instanceof Const value ? tested(raw, value) : raw);
            if (condition instanceof Const c) {
                if (!Boolean.TRUE.equals(c.value())) {
                    continue;
                }
                orElse = rewrite(when.result());
                break;
            }
            whens.add(new CaseWhen(condition, rewrite(when.result()), when.at()));
        }
        if (orElse == null) {
            orElse = rewrite(e.orElse());
        }
        return whens.isEmpty() ? orElse : new CaseExpr(arg, whens, orElse, e.type(), e.at());
    }

    /// The condition over the tested value itself; an inner CASE has a placeholder of its own.
    private static Expr tested(Expr condition, Const value) {
        return replace(condition, x -> switch (x) {
            case CaseTestExpr test when test.type().oid() == value.type().oid() -> value;
            case CaseExpr inner -> inner;
            case ArrayCoerceExpr inner -> inner;
            default -> null;
        });
    }

    /// A constant's text, as its type's output function gives it; null for NULL.
    public static @Nullable String text(Const constant, FunctionContext session) {
        Object value = constant.value();
        return value == null ? null : Codecs.output(constant.type().oid(), value, session);
    }
}
