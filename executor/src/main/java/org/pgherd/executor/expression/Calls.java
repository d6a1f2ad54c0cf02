package org.pgherd.executor.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.function.ScalarFunction;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Calls of functions and operators.
public final class Calls {
    private final ExpressionCompiler compiler;

    Calls(ExpressionCompiler compiler) {
        this.compiler = compiler;
    }

    Evaluator function(FuncExpr f) {
        if (f.retset()) {
            throw new AssertionError("set-returning function outside of ProjectSet: " + f.name());
        }
        return call(f.funcId(), site(f), f.args());
    }

    Evaluator operator(OpExpr o) {
        return call(o.opFuncId(), site(o.args(), o.type(), o.inputCollation(), false), o.args());
    }

    private Evaluator call(int oid, CallSite site, List<Expr> args) {
        Evaluator[] arguments = compiler.compileAll(args);
        ScalarFunction function = FunctionRegistry.instance().function(oid);
        if (function == null) {
            return new RoutineCall(oid, site, arguments);
        }
        int spread = spreadFrom(function, site);
        if (spread >= 0) {
            return frame ->
                    function.call(frame.context.functions(), site, gather(evaluateAll(arguments, frame), spread));
        }
        if (ArgumentOrder.secondFirst(oid)) {
            return secondFirst(function, site, arguments[0], arguments[1]);
        }
        return function.strict() ? strict(function, site, arguments) : notStrict(function, site, arguments);
    }

    private static Evaluator secondFirst(ScalarFunction function, CallSite site, Evaluator first, Evaluator second) {
        return frame -> {
            Object b = second.evaluate(frame);
            Object a = first.evaluate(frame);
            return function.call(frame.context.functions(), site, a, b);
        };
    }

    /// A strict function's arguments are still all evaluated up to the first NULL, as in ExecInterpExpr.
    private static Evaluator strict(ScalarFunction function, CallSite site, Evaluator[] arguments) {
        return frame -> {
            @Nullable Object[] values = new Object[arguments.length];
            boolean isNull = false;
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].evaluate(frame);
                isNull |= values[i] == null;
            }
            return isNull ? null : function.call(frame.context.functions(), site, values);
        };
    }

    private static Evaluator notStrict(ScalarFunction function, CallSite site, Evaluator[] arguments) {
        return frame -> function.call(frame.context.functions(), site, evaluateAll(arguments, frame));
    }

    /// `a IS DISTINCT FROM b`: its operator is only asked when neither is NULL.
    Evaluator distinct(DistinctExpr d) {
        Invocation equals = invocation(d.opFuncId(), site(d.args(), SqlType.BOOL, d.inputCollation(), false));
        Evaluator left = compiler.compile(d.args().get(0));
        Evaluator right = compiler.compile(d.args().get(1));
        return frame -> {
            Object a = left.evaluate(frame);
            Object b = right.evaluate(frame);
            if (a == null || b == null) {
                return a != b;
            }
            return !Boolean.TRUE.equals(equals.call(frame.context, a, b));
        };
    }

    Evaluator nullIf(NullIfExpr n) {
        Invocation equals = invocation(n.opFuncId(), site(n.args(), SqlType.BOOL, n.inputCollation(), false));
        Evaluator left = compiler.compile(n.args().get(0));
        Evaluator right = compiler.compile(n.args().get(1));
        return frame -> {
            Object a = left.evaluate(frame);
            Object b = right.evaluate(frame);
            boolean same = a != null && b != null && Boolean.TRUE.equals(equals.call(frame.context, a, b));
            return same ? null : a;
        };
    }

    /// A call in FROM that gives one record, with the columns that the query expects of it.
    static Evaluator ofColumns(FuncExpr call, List<CallSite.ResultColumn> columns, ExpressionCompiler compiler) {
        ScalarFunction function = FunctionRegistry.instance().function(call.funcId());
        if (function == null) {
            return compiler.compile(call);
        }
        CallSite plain = site(call);
        CallSite site = new CallSite(
                plain.argumentTypes(), plain.resultType(), plain.inputCollation(), plain.variadic(), columns);
        Evaluator[] arguments = compiler.compileAll(call.args());
        return frame -> function.call(frame.context.functions(), site, evaluateAll(arguments, frame));
    }

    /// The rows of a set-returning function, or one row of a function that returns no set.
    @FunctionalInterface
    public interface SetEvaluator {
        RowIterator evaluate(RowFrame frame);
    }

    static SetEvaluator set(int oid, CallSite site, Evaluator[] arguments) {
        ScalarFunction function = FunctionRegistry.instance().function(oid);
        if (function == null) {
            return new RoutineSetCall(oid, site, arguments);
        }
        int spread = spreadFrom(function, site);
        return frame -> {
            @Nullable Object[] values = evaluateAll(arguments, frame);
            return function.callSet(frame.context.functions(), site, spread >= 0 ? gather(values, spread) : values);
        };
    }

    /// A two-argument function as operators use it: strictness is respected, values come boxed.
    @FunctionalInterface
    public interface Invocation {
        @Nullable
        Object call(EvaluationContext context, @Nullable Object... arguments);
    }

    public static Invocation invocation(int oid, CallSite site) {
        ScalarFunction function = FunctionRegistry.instance().function(oid);
        if (function == null) {
            return (context, arguments) -> context.routines().call(oid, context.functions(), site, arguments);
        }
        return (context, arguments) -> function.call(context.functions(), site, arguments);
    }

    static CallSite site(FuncExpr f) {
        return site(f.args(), f.type(), f.inputCollation(), f.variadic());
    }

    static CallSite site(List<Expr> args, SqlType result, int inputCollation, boolean variadic) {
        return new CallSite(args.stream().map(Expr::type).toList(), result, inputCollation, variadic, List.of());
    }

    static @Nullable Object[] evaluateAll(Evaluator[] arguments, RowFrame frame) {
        @Nullable Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].evaluate(frame);
        }
        return values;
    }

    /// Where the arguments for a `VARIADIC "any"` parameter begin, -1 if the function has none: the Java method
    /// takes them as one array.
    private static int spreadFrom(ScalarFunction function, CallSite site) {
        ProcRow row = BuiltinCatalog.instance().proc(function.oid());
        return row != null && row.variadicOid() == TypeOids.ANY
                ? function.parameterClasses().size() - 1
                : -1;
    }

    private static @Nullable Object[] gather(@Nullable Object[] values, int from) {
        @Nullable Object[] rest = new Object[Math.max(values.length - from, 0)];
        System.arraycopy(values, from, rest, 0, rest.length);
        @Nullable Object[] gathered = new Object[from + 1];
        System.arraycopy(values, 0, gathered, 0, from);
        gathered[from] = rest;
        return gathered;
    }
}
