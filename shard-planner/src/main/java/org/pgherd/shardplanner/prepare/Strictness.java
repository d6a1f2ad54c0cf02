package org.pgherd.shardplanner.prepare;

import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FieldSelect;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.SubscriptingRef;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Whether one NULL within makes an expression NULL (contain_nonstrict_functions of clauses.c).
public final class Strictness {
    private final PlanningFacts facts;

    public Strictness(PlanningFacts facts) {
        this.facts = facts;
    }

    public boolean holds(Expr expr) {
        boolean strict = switch (expr) {
            case Var _, Const _, Param _, RelabelType _, CollateExpr _, CoerceViaIO _, FieldSelect _ -> true;
            case FuncExpr e -> facts.isStrict(e.funcId());
            case OpExpr e -> facts.isStrict(e.opFuncId());
            case BoolExpr e -> e.kind() == BoolExpr.Kind.NOT;
            case SubscriptingRef e -> e.assigned() == null;
            default -> false;
        };
        return strict && ExprWalk.children(expr).stream().allMatch(this::holds);
    }
}
