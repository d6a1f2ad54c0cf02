package org.pgherd.executor.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.ArrayCoerceExpr;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseTestExpr;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.CoerceToDomain;
import org.pgherd.analyzer.query.CoerceToDomainValue;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.ConvertRowtypeExpr;
import org.pgherd.analyzer.query.CurrentOf;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FieldSelect;
import org.pgherd.analyzer.query.FieldStore;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.JsonConstructorExpr;
import org.pgherd.analyzer.query.JsonExpr;
import org.pgherd.analyzer.query.JsonIsPredicate;
import org.pgherd.analyzer.query.JsonTableExpr;
import org.pgherd.analyzer.query.MergeSupportFunc;
import org.pgherd.analyzer.query.MinMaxExpr;
import org.pgherd.analyzer.query.NextValue;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.PlannedExpr;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.RowCompareExpr;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.SetToDefault;
import org.pgherd.analyzer.query.SqlValueFunction;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.SubscriptingRef;
import org.pgherd.analyzer.query.SyntaxExpr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.analyzer.query.XmlExpr;
import org.pgherd.analyzer.query.XmlTableExpr;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// Makes expressions of a plan runnable. The role of execExpr.c.
public final class ExpressionCompiler {
    private final Calls calls = new Calls(this);

    public Evaluator compile(Expr expr) {
        return switch (expr) {
            case Const c -> constant(c.value());
            case Var v -> variable(v);
            case Param p -> parameter(p);
            case FuncExpr f -> calls.function(f);
            case OpExpr o -> calls.operator(o);
            case DistinctExpr d -> calls.distinct(d);
            case NullIfExpr n -> calls.nullIf(n);
            case ScalarArrayOpExpr s -> ArrayQuantifier.compile(s, this);
            case BoolExpr b -> BooleanLogic.connective(b, compileAll(b.args()));
            case BooleanTest b -> BooleanLogic.test(b, compile(b.arg()));
            case NullTest n -> BooleanLogic.nullTest(n, compile(n.arg()));
            case CaseExpr c -> Conditionals.caseOf(c, this);
            case CaseTestExpr _ -> frame -> frame.caseValue;
            case CoalesceExpr c -> Conditionals.coalesce(compileAll(c.args()));
            case MinMaxExpr m -> Comparisons.minMax(m, compileAll(m.args()));
            case RowCompareExpr r -> Comparisons.rows(r, compileAll(r.left()), compileAll(r.right()));
            case RelabelType r -> compile(r.arg());
            case CollateExpr c -> compile(c.arg());
            case CoerceViaIO c -> Coercions.viaText(c, compile(c.arg()));
            case ArrayCoerceExpr a -> Coercions.elementwise(a, compile(a.arg()), compile(a.elemExpr()));
            case ConvertRowtypeExpr c -> Composites.convert(c, compile(c.arg()));
            case CoerceToDomain c -> Coercions.toDomain(c, compile(c.arg()));
            case CoerceToDomainValue _ -> frame -> frame.domainValue;
            case FieldSelect f -> Composites.field(f, compile(f.arg()));
            case FieldStore f -> Composites.store(f, compile(f.arg()), compileAll(f.newVals()));
            case RowExpr r -> Composites.row(r, compileAll(r.args()));
            case ArrayExpr a -> ArrayConstructor.compile(a, compileAll(a.elements()));
            case SubscriptingRef s -> Subscripts.compile(s, this);
            case SqlValueFunction s -> SessionValues.compile(s);
            case NextValue n -> SessionValues.next(n);
            case SyntaxExpr s -> syntax(s);
            case PlannedExpr p -> planned(p);
            case Aggref _, WindowFunc _, GroupingFunc _, SubLink _, SetToDefault _, CurrentOf _, MergeSupportFunc _ ->
                throw new AssertionError("not planned away: " + expr);
        };
    }

    public Evaluator[] compileAll(List<Expr> exprs) {
        Evaluator[] compiled = new Evaluator[exprs.size()];
        for (int i = 0; i < compiled.length; i++) {
            compiled[i] = compile(exprs.get(i));
        }
        return compiled;
    }

    /// Null where there is no expression.
    @Nullable
    Evaluator compileOptional(@Nullable Expr expr) {
        return expr == null ? null : compile(expr);
    }

    List<@Nullable Evaluator> compileOptionals(List<@Nullable Expr> exprs) {
        List<@Nullable Evaluator> compiled = new ArrayList<>(exprs.size());
        for (Expr expr : exprs) {
            compiled.add(compileOptional(expr));
        }
        return compiled;
    }

    private static Evaluator constant(@Nullable Object value) {
        return frame -> value;
    }

    private static Evaluator variable(Var v) {
        if (v.attno() == 0) {
            return v.varno() == Var.INNER
                    ? frame -> Composites.wholeRow(frame.inner, frame.innerRow, v.type())
                    : frame -> Composites.wholeRow(frame.outer, frame.outerRow, v.type());
        }
        int column = v.attno() - 1;
        if (v.varno() == Var.INNER) {
            return frame -> frame.inner.column(column).boxed(frame.innerRow);
        }
        if (v.varno() != Var.OUTER) {
            throw new AssertionError("Var of a range table in a plan: " + v);
        }
        return frame -> frame.outer.column(column).boxed(frame.outerRow);
    }

    private static Evaluator parameter(Param p) {
        int number = p.number();
        return switch (p.kind()) {
            case EXTERN -> frame -> frame.context.externParam(number);
            case EXEC -> frame -> frame.context.execParam(number);
            case SUBLINK -> frame -> frame.subLinkRow[number - 1];
            case MULTIEXPR -> throw new AssertionError("not planned away: " + p);
        };
    }

    private Evaluator syntax(SyntaxExpr expr) {
        return switch (expr) {
            case JsonConstructorExpr e -> JsonConstructs.constructor(e, compileAll(e.args()));
            case JsonIsPredicate e -> JsonConstructs.predicate(e, compile(e.arg()));
            case JsonExpr e -> new JsonQueryFunction(e, this);
            case XmlExpr e -> AskedExpressions.value(e, compileAll(e.arguments()));
            case JsonTableExpr _, XmlTableExpr _ -> throw new AssertionError("table function outside of FROM: " + expr);
        };
    }

    private Evaluator planned(PlannedExpr expr) {
        if (expr instanceof SubPlanExpr subPlan) {
            return SubPlans.compile(subPlan, this);
        }
        throw new AssertionError("unknown planned expression " + expr.getClass().getName());
    }
}
