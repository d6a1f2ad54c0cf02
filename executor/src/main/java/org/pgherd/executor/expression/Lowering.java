package org.pgherd.executor.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseTestExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.MinMaxExpr;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.function.ScalarFunction;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Expressions to [RowCode], and what fills its slots. What has no form there stays a tree of evaluators, as a whole
/// subexpression.
final class Lowering {
    private final ExpressionCompiler trees;
    private final List<Object> slots = new ArrayList<>();
    /// The tested values of the CASEs around, innermost last: null where there is none.
    private final List<RowCode.@Nullable Bound> tested = new ArrayList<>();
    /// Whether a tree was made that reads the value which a CASE tests.
    private boolean treeTests;

    private int bindings;

    Lowering(ExpressionCompiler trees) {
        this.trees = trees;
    }

    /// What the slots of the lowered expressions hold.
    Object[] slots() {
        return slots.toArray();
    }

    List<RowCode> lowerAll(List<Expr> exprs) {
        List<RowCode> lowered = new ArrayList<>(exprs.size());
        for (Expr expr : exprs) {
            lowered.add(lower(expr));
        }
        return lowered;
    }

    /// In the carrier of its type.
    RowCode lower(Expr expr) {
        RowCode code = form(expr);
        return code == null ? tree(expr) : code;
    }

    private @Nullable RowCode form(Expr expr) {
        return switch (expr) {
            case Const c -> constant(c);
            case Var v
            when v.attno() > 0 && (v.varno() == Var.OUTER || v.varno() == Var.INNER) ->
                new RowCode.Column(
                        v.varno() == Var.INNER, v.attno() - 1, v.type().carrier());
            case Param p
            when p.kind() == Param.Kind.EXTERN || p.kind() == Param.Kind.EXEC ->
                new RowCode.Parameter(
                        p.kind() == Param.Kind.EXEC, p.number(), p.type().carrier());
            case FuncExpr f when !f.retset() -> call(f.funcId(), Calls.site(f), f.args(), f.type());
            case OpExpr o
            when !o.retset() ->
                call(o.opFuncId(), Calls.site(o.args(), o.type(), o.inputCollation(), false), o.args(), o.type());
            case BoolExpr b
            when b.kind() == BoolExpr.Kind.NOT ->
                new RowCode.Not(condition(b.args().getFirst()));
            case BoolExpr b -> new RowCode.Connective(b.kind() == BoolExpr.Kind.AND, conditions(b.args()));
            case BooleanTest b -> new RowCode.Test(b.kind(), condition(b.arg()));
            case NullTest n when !n.argIsRow() -> new RowCode.IsNull(n.isNull(), lower(n.arg()));
            case CaseExpr c -> caseOf(c);
            case CaseTestExpr t -> testedValue(t);
            case CoalesceExpr c ->
                new RowCode.Coalesce(
                        inCarrier(lowerAll(c.args()), c.type()), c.type().carrier());
            case NullIfExpr n -> nullIf(n);
            case DistinctExpr d -> distinct(d);
            case ScalarArrayOpExpr s -> quantified(s);
            case MinMaxExpr m -> extreme(m);
            case RelabelType r -> recast(lower(r.arg()), r.type().carrier());
            case CollateExpr c -> recast(lower(c.arg()), c.type().carrier());
            default -> null;
        };
    }

    private RowCode tree(Expr expr) {
        treeTests |= readsTested(expr);
        return new RowCode.Tree(slot(trees.compile(expr)), expr.type().carrier());
    }

    private static boolean readsTested(Expr expr) {
        if (expr instanceof CaseTestExpr) {
            return true;
        }
        for (Expr child : ExprWalk.children(expr)) {
            if (readsTested(child)) {
                return true;
            }
        }
        return false;
    }

    private int slot(Object content) {
        slots.add(content);
        return slots.size() - 1;
    }

    private RowCode constant(Const c) {
        Carrier carrier = c.type().carrier();
        Object value = c.value();
        return value == null ? new RowCode.Null(carrier) : new RowCode.Constant(slot(value), carrier);
    }

    /// A condition of a domain over boolean is boxed.
    private RowCode condition(Expr expr) {
        return recast(lower(expr), Carrier.BOOLEAN);
    }

    List<RowCode> conditions(List<Expr> exprs) {
        List<RowCode> lowered = new ArrayList<>(exprs.size());
        for (Expr expr : exprs) {
            lowered.add(condition(expr));
        }
        return lowered;
    }

    private static RowCode recast(RowCode code, Carrier carrier) {
        return code.carrier() == carrier ? code : new RowCode.Recast(code, carrier);
    }

    private static List<RowCode> inCarrier(List<RowCode> codes, SqlType type) {
        return codes.stream().map(code -> recast(code, type.carrier())).toList();
    }

    private @Nullable RowCode call(int oid, CallSite site, List<Expr> args, SqlType type) {
        ScalarFunction function = callable(oid, args.size());
        if (function == null) {
            return null;
        }
        List<RowCode> lowered = lowerAll(args);
        if (!takes(function, lowered) || !gives(function, type.carrier())) {
            return null;
        }
        RowCode folded = fold(function, site, lowered, type.carrier());
        return folded != null ? folded : callOf(function, site, lowered, type.carrier());
    }

    private RowCode callOf(ScalarFunction function, CallSite site, List<RowCode> args, Carrier carrier) {
        return new RowCode.Call(function.oid(), function.takesCallSite() ? slot(site) : -1, args, carrier);
    }

    /// An immutable function of constants is called once, unless it takes the session or fails: an error must wait
    /// for a row.
    private @Nullable RowCode fold(ScalarFunction function, CallSite site, List<RowCode> args, Carrier carrier) {
        ProcRow row = BuiltinCatalog.instance().proc(function.oid());
        if (row == null || row.volatility() != 'i' || function.takesContext() || args.isEmpty()) {
            return null;
        }
        @Nullable Object[] values = new Object[args.size()];
        for (int i = 0; i < values.length; i++) {
            switch (args.get(i)) {
                case RowCode.Constant c -> values[i] = slots.get(c.slot());
                case RowCode.Null _ -> values[i] = null;
                default -> {
                    return null;
                }
            }
        }
        Object result;
        try {
            result = ConstantCall.call(function, site, values);
        } catch (RuntimeException _) {
            return null;
        }
        return result == null ? new RowCode.Null(carrier) : new RowCode.Constant(slot(result), carrier);
    }

    private static @Nullable ScalarFunction callable(int oid, int argumentCount) {
        ScalarFunction function = FunctionRegistry.instance().function(oid);
        ProcRow row = BuiltinCatalog.instance().proc(oid);
        boolean plain = function != null
                && row != null
                && row.variadicOid() != TypeOids.ANY
                && !function.returnsSet()
                && function.parameterClasses().size() == argumentCount;
        return plain ? function : null;
    }

    private static boolean takes(ScalarFunction function, List<RowCode> args) {
        for (int i = 0; i < args.size(); i++) {
            Carrier carrier = args.get(i).carrier();
            Class<?> parameter = function.parameterClasses().get(i);
            if (parameter.isPrimitive() && carrier != Carrier.REF && parameter != carrier.javaType()) {
                return false;
            }
            if (parameter.isPrimitive() && !function.strict()) {
                return false;
            }
            if (parameter.isArray()) {
                return false;
            }
        }
        return true;
    }

    private static boolean gives(ScalarFunction function, Carrier carrier) {
        Class<?> result = function.returnClass();
        return result != void.class
                && (!result.isPrimitive() || carrier == Carrier.REF || result == carrier.javaType());
    }

    private @Nullable RowCode caseOf(CaseExpr c) {
        boolean before = treeTests;
        treeTests = false;
        Expr arg = c.arg();
        RowCode value = arg == null ? null : lower(arg);
        boolean outside = treeTests;
        treeTests = false;
        RowCode.Bound bound = value == null ? null : new RowCode.Bound(bindings++, value.carrier());
        List<RowCode> conditions = new ArrayList<>();
        List<RowCode> results = new ArrayList<>();
        boolean inConditions = false;
        for (CaseWhen when : c.whens()) {
            if (bound != null) {
                tested.add(bound);
            }
            conditions.add(condition(when.condition()));
            if (bound != null) {
                tested.removeLast();
                inConditions |= treeTests;
                treeTests = false;
            }
            results.add(recast(lower(when.result()), c.type().carrier()));
        }
        RowCode orElse = recast(lower(c.orElse()), c.type().carrier());
        treeTests |= before | outside;
        if (inConditions) {
            return null;
        }
        RowCode choice =
                new RowCode.Choice(conditions, results, orElse, c.type().carrier());
        return bound == null || value == null ? choice : new RowCode.Bind(bound.number(), value, choice);
    }

    private @Nullable RowCode testedValue(CaseTestExpr t) {
        RowCode.Bound bound = tested.isEmpty() ? null : tested.getLast();
        return bound == null ? null : recast(bound, t.type().carrier());
    }

    /// Of two values that are bound; null if its function cannot be called.
    private @Nullable RowCode equality(int function, CallSite site, RowCode left, RowCode right) {
        ScalarFunction callable = callable(function, 2);
        List<RowCode> args = List.of(left, right);
        if (callable == null || !takes(callable, args) || !gives(callable, Carrier.BOOLEAN)) {
            return null;
        }
        return callOf(callable, site, args, Carrier.BOOLEAN);
    }

    private @Nullable RowCode nullIf(NullIfExpr n) {
        RowCode left = lower(n.args().get(0));
        RowCode right = lower(n.args().get(1));
        RowCode.Bound a = new RowCode.Bound(bindings++, left.carrier());
        RowCode.Bound b = new RowCode.Bound(bindings++, right.carrier());
        RowCode equal = equality(n.opFuncId(), Calls.site(n.args(), SqlType.BOOL, n.inputCollation(), false), a, b);
        if (equal == null) {
            return null;
        }
        RowCode body = new RowCode.NullIf(a.number(), b.number(), equal, left.carrier());
        return recast(bind(a, left, bind(b, right, body)), n.type().carrier());
    }

    private @Nullable RowCode distinct(DistinctExpr d) {
        RowCode left = lower(d.args().get(0));
        RowCode right = lower(d.args().get(1));
        RowCode.Bound a = new RowCode.Bound(bindings++, left.carrier());
        RowCode.Bound b = new RowCode.Bound(bindings++, right.carrier());
        RowCode equal = equality(d.opFuncId(), Calls.site(d.args(), SqlType.BOOL, d.inputCollation(), false), a, b);
        return equal == null
                ? null
                : bind(a, left, bind(b, right, new RowCode.Distinct(a.number(), b.number(), equal)));
    }

    private static RowCode bind(RowCode.Bound bound, RowCode value, RowCode body) {
        return new RowCode.Bind(bound.number(), value, body);
    }

    private @Nullable RowCode quantified(ScalarArrayOpExpr s) {
        SqlType scalarType = s.args().get(0).type();
        TypeRow array = BuiltinCatalog.instance().type(s.args().get(1).type().oid());
        if (array == null) {
            return null;
        }
        SqlType elementType = SqlType.of(array.elementOid());
        ScalarFunction function = callable(s.opFuncId(), 2);
        RowCode scalar = lower(s.args().get(0));
        RowCode element = new RowCode.Bound(-1, Carrier.REF);
        if (function == null
                || !function.strict()
                || !takes(function, List.of(scalar, element))
                || !gives(function, Carrier.BOOLEAN)) {
            return null;
        }
        CallSite site = CallSite.of(SqlType.BOOL, scalarType, elementType).withInputCollation(s.inputCollation());
        return new RowCode.Quantified(
                function.oid(),
                function.takesCallSite() ? slot(site) : -1,
                s.useOr(),
                scalar,
                lower(s.args().get(1)));
    }

    private @Nullable RowCode extreme(MinMaxExpr m) {
        return switch (m.type().oid()) {
            case TypeOids.INT2,
                    TypeOids.INT4,
                    TypeOids.INT8,
                    TypeOids.FLOAT4,
                    TypeOids.FLOAT8,
                    TypeOids.DATE,
                    TypeOids.TIME,
                    TypeOids.TIMESTAMP,
                    TypeOids.TIMESTAMPTZ,
                    TypeOids.MONEY ->
                new RowCode.Extreme(
                        m.kind() == MinMaxExpr.Kind.GREATEST,
                        inCarrier(lowerAll(m.args()), m.type()),
                        m.type().carrier());
            default -> null;
        };
    }
}
