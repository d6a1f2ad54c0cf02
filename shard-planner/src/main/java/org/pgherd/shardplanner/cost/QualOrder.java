package org.pgherd.shardplanner.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pgherd.analyzer.query.ArrayCoerceExpr;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.analyzer.query.CoerceToDomain;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.JsonConstructorExpr;
import org.pgherd.analyzer.query.JsonExpr;
import org.pgherd.analyzer.query.MinMaxExpr;
import org.pgherd.analyzer.query.NextValue;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.RowCompareExpr;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.SqlValueFunction;
import org.pgherd.analyzer.query.XmlExpr;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// The order in which quals of one place are tried: cheap ones first, as written among equals (order_qual_clauses of
/// createplan.c), so that a row is dropped before a dear qual, or one that may fail, is asked of it.
public final class QualOrder {
    /// Elements of an array whose length is not known.
    private static final int USUAL_LENGTH = 10;
    /// From this length on a constant array is hashed.
    private static final int HASHED_LENGTH = 9;
    /// What a subquery costs, in calls of a plain function: more than any expression.
    private static final double SUBPLAN = 1e6;

    private final PlanningFacts facts;

    private QualOrder(PlanningFacts facts) {
        this.facts = facts;
    }

    public static List<Expr> of(List<Expr> quals, PlanningFacts facts) {
        if (quals.size() < 2) {
            return quals;
        }
        QualOrder order = new QualOrder(facts);
        record Priced(Expr qual, double cost) {}
        List<Priced> priced = new ArrayList<>();
        for (Expr qual : quals) {
            priced.add(new Priced(qual, order.cost(qual)));
        }
        priced.sort(Comparator.comparingDouble(Priced::cost));
        return priced.stream().map(Priced::qual).toList();
    }

    /// What it takes to compute an expression once, in calls of a function of cost 1.
    public static double cost(Expr expr, PlanningFacts facts) {
        return new QualOrder(facts).cost(expr);
    }

    /// In calls of a function of cost 1, for each row (cost_qual_eval_walker of costsize.c).
    private double cost(Expr expr) {
        double cost = own(expr);
        for (Expr child : ExprWalk.children(expr)) {
            cost += cost(child);
        }
        return cost;
    }

    private double own(Expr expr) {
        return switch (expr) {
            case FuncExpr e -> facts.functionCost(e.funcId());
            case OpExpr e -> facts.functionCost(e.opFuncId());
            case DistinctExpr e -> facts.functionCost(e.opFuncId());
            case NullIfExpr e -> facts.functionCost(e.opFuncId());
            case ScalarArrayOpExpr e -> {
                double each = facts.functionCost(e.opFuncId());
                int length = length(e.args().getLast());
                boolean hashed = e.args().getLast() instanceof Const && length >= HASHED_LENGTH;
                yield hashed ? each + 1 : each * length * 0.5;
            }
            case RowCompareExpr e -> ExprWalk.children(e).size() / 2.0;
            case CoerceViaIO _ -> 2;
            case ArrayCoerceExpr e -> length(e.arg()) * cost(e.elemExpr());
            case CoerceToDomain _,
                    JsonConstructorExpr _,
                    JsonExpr _,
                    MinMaxExpr _,
                    NextValue _,
                    SqlValueFunction _,
                    XmlExpr _ -> 1;
            // rows that are the same each time are looked up by hash
            case SubPlanExpr e ->
                e.kind() == SubPlanExpr.Kind.ANY && e.parameters().isEmpty() ? 0 : SUBPLAN;
            default -> 0;
        };
    }

    /// As estimate_array_length of selfuncs.c.
    private static int length(Expr array) {
        return switch (array) {
            case Const c -> c.value() instanceof PgArray value ? value.size() : 0;
            case ArrayExpr e -> ExprWalk.children(e).size();
            default -> USUAL_LENGTH;
        };
    }
}
