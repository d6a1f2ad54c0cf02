package org.pgherd.shardplanner.deparse;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FieldStore;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.PlannedExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.PlanColumn;

/// Expressions of plan nodes for EXPLAIN: columns by the names of the children's outputs. Not to be parsed again.
public final class PlanExprText extends ExprText {
    private final List<PlanColumn> outer;
    private final List<PlanColumn> inner;
    private final Function<PlannedExpr, String> planned;

    private PlanExprText(
            Output output, List<PlanColumn> outer, List<PlanColumn> inner, Function<PlannedExpr, String> planned) {
        super(output, new Scope(Query.builder(CommandType.SELECT).build(), null));
        this.outer = outer;
        this.inner = inner;
        this.planned = planned;
    }

    /// @param planned how a subplan is referred to
    public static String of(
            Expr expr,
            List<PlanColumn> outer,
            List<PlanColumn> inner,
            Function<PlannedExpr, String> planned,
            PlanningFacts facts) {
        return new PlanExprText(new Output(facts), outer, inner, planned).of(expr);
    }

    @Override
    String fieldStore(FieldStore e) {
        StringJoiner row = new StringJoiner(", ", "ROW(", ")");
        e.newVals().forEach(value -> row.add(of(value)));
        return row.toString();
    }

    @Override
    String var(Var e) {
        List<PlanColumn> columns = e.varno() == Var.INNER ? inner : outer;
        if (e.attno() < 1 || e.attno() > columns.size()) {
            return "column " + e.attno();
        }
        String name = columns.get(e.attno() - 1).name();
        return name.equals("?column?") ? "#" + e.attno() : Identifiers.quote(name);
    }

    @Override
    String param(Param e) {
        return switch (e.kind()) {
            case EXTERN -> "$" + e.number();
            case EXEC -> "$exec" + e.number();
            case SUBLINK, MULTIEXPR -> "col" + e.number();
        };
    }

    @Override
    String planned(PlannedExpr e) {
        return planned.apply(e);
    }
}
