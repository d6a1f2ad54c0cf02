package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Project;

/// Makes [Project] nodes, none where it would change nothing and one where two would stand on each other.
final class Projects {
    private Projects() {}

    static PlanNode over(PlanNode child, List<Expr> exprs, List<PlanColumn> columns) {
        if (isIdentity(child, exprs)) {
            return child;
        }
        if (child instanceof Project below && picksOnce(exprs, below)) {
            List<Expr> composed = new ArrayList<>();
            for (Expr expr : exprs) {
                composed.add(below.expressions().get(((Var) expr).attno() - 1));
            }
            return over(below.child(), composed, columns);
        }
        return new Project(child, exprs, columns);
    }

    private static boolean isIdentity(PlanNode child, List<Expr> exprs) {
        if (exprs.size() != child.output().size()) {
            return false;
        }
        for (int i = 0; i < exprs.size(); i++) {
            if (!(exprs.get(i) instanceof Var var) || var.varno() != Var.OUTER || var.attno() != i + 1) {
                return false;
            }
        }
        return true;
    }

    /// Only columns, none twice: then nothing below is computed twice. What is left out computes nothing: a volatile
    /// function that nobody reads is called all the same, and what DropUnusedOutputs has left may fail.
    private static boolean picksOnce(List<Expr> exprs, Project below) {
        Set<Integer> seen = new HashSet<>();
        for (Expr expr : exprs) {
            if (!(expr instanceof Var var) || !seen.add(var.attno())) {
                return false;
            }
        }
        for (int i = 0; i < below.expressions().size(); i++) {
            Expr computed = below.expressions().get(i);
            if (!seen.contains(i + 1) && !(computed instanceof Var || computed instanceof Const)) {
                return false;
            }
        }
        return true;
    }
}
