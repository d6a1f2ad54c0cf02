package org.pgherd.executor.operator;

import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.Var;

/// An expression over the inner input, to be evaluated where that is the only one.
final class InnerToOuter {
    private InnerToOuter() {}

    static Expr rewrite(Expr expr) {
        return ExprRewriter.replace(
                expr, e -> e instanceof Var v && v.varno() == Var.INNER ? v.withVarno(Var.OUTER) : null);
    }
}
