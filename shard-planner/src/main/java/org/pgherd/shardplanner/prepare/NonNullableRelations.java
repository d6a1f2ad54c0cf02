package org.pgherd.shardplanner.prepare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.ArrayCoerceExpr;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.ConvertRowtypeExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Range table entries of which a row of NULLs makes a condition NULL or false (find_nonnullable_rels of clauses.c).
final class NonNullableRelations {
    private final PlanningFacts facts;

    NonNullableRelations(PlanningFacts facts) {
        this.facts = facts;
    }

    /// @param condition a conjunct of WHERE or ON
    Set<Integer> relations(Expr condition) {
        return of(condition, true);
    }

    /// @param top whether false is as good as NULL
    private Set<Integer> of(Expr expr, boolean top) {
        return switch (expr) {
            case Var var when var.levelsUp() == 0 -> Set.of(var.varno());
            case OpExpr op when facts.isStrict(op.opFuncId()) -> any(op.args(), false);
            case FuncExpr f when facts.isStrict(f.funcId()) && !f.retset() -> any(f.args(), false);
            case ScalarArrayOpExpr op when isStrict(op, top) -> any(op.args(), false);
            case BoolExpr bool ->
                switch (bool.kind()) {
                    case NOT -> of(bool.args().getFirst(), false);
                    case AND -> top ? any(bool.args(), true) : all(bool.args(), false);
                    case OR -> all(bool.args(), top);
                };
            case RelabelType e -> of(e.arg(), top);
            case CoerceViaIO e -> of(e.arg(), top);
            case ArrayCoerceExpr e -> of(e.arg(), top);
            case ConvertRowtypeExpr e -> of(e.arg(), top);
            case CollateExpr e -> of(e.arg(), top);
            case NullTest test when top && !test.isNull() && !test.argIsRow() -> of(test.arg(), false);
            case BooleanTest test when top && isOfKnown(test.kind()) -> of(test.arg(), false);
            default -> Set.of();
        };
    }

    private static boolean isOfKnown(BooleanTest.Kind kind) {
        return switch (kind) {
            case IS_TRUE, IS_FALSE, IS_NOT_UNKNOWN -> true;
            case IS_NOT_TRUE, IS_NOT_FALSE, IS_UNKNOWN -> false;
        };
    }

    /// One NULL is enough.
    private Set<Integer> any(List<Expr> list, boolean top) {
        Set<Integer> found = new HashSet<>();
        list.forEach(expr -> found.addAll(of(expr, top)));
        return found;
    }

    /// Each has to be NULL (or false).
    private Set<Integer> all(List<Expr> list, boolean top) {
        Set<Integer> found = new HashSet<>(of(list.getFirst(), top));
        list.forEach(expr -> found.retainAll(of(expr, top)));
        return found;
    }

    /// NULL = ANY of nothing is false, NULL = ALL of nothing is true (is_strict_saop).
    private boolean isStrict(ScalarArrayOpExpr op, boolean falseIsAsGood) {
        if (!facts.isStrict(op.opFuncId())) {
            return false;
        }
        if (op.useOr() && falseIsAsGood) {
            return true;
        }
        return switch (op.args().get(1)) {
            case Const array -> array.value() instanceof PgArray values && values.elements().length > 0;
            case ArrayExpr array -> !array.elements().isEmpty() && !array.multiDims();
            default -> false;
        };
    }
}
