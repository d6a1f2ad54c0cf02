package org.pgherd.shardplanner.deparse;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// The text under construction: shared by all writers of one statement.
final class Output {
    final StringBuilder out = new StringBuilder();
    final PlanningFacts facts;
    private final List<Expr> parameters = new ArrayList<>();

    Output(PlanningFacts facts) {
        this.facts = facts;
    }

    Output add(String text) {
        out.append(text);
        return this;
    }

    /// `$n` of a parameter; equal ones share it.
    String parameter(Expr expr) {
        Expr plain = ExprEquality.withoutPositions(expr);
        int index = parameters.indexOf(plain);
        if (index < 0) {
            index = parameters.size();
            parameters.add(plain);
        }
        return "$" + (index + 1);
    }

    List<Expr> parameters() {
        return parameters;
    }

    SqlText finish() {
        return new SqlText(out.toString(), parameters);
    }
}
