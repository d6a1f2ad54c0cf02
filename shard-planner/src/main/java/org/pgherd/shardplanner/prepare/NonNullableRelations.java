package org.pgherd.shardplanner.prepare;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Range table entries of which a row of NULLs makes a condition NULL or false (find_nonnullable_rels of clauses.c).
final class NonNullableRelations {
    private final PlanningFacts facts;
    /// How many queries above the condition's own the entries are.
    private final int level;

    NonNullableRelations(PlanningFacts facts) {
        this(facts, 0);
    }

    private NonNullableRelations(PlanningFacts facts, int level) {
        this.facts = facts;
        this.level = level;
    }

    /// @param condition a conjunct of WHERE or ON
    Set<Integer> relations(Expr condition) {
        return of(condition, true);
    }

    /// Of a sublink that becomes a semi-join: a row of NULLs then finds no other.
    Set<Integer> ofJoined(SubLink link) {
        if (link.kind() != SubLink.Kind.EXISTS) {
            Expr test = Objects.requireNonNull(link.testExpr());
            return Equalities.conjuncts(test).stream().anyMatch(this::comparesNull) ? Set.of() : of(test, true);
        }
        List<Expr> quals = Equalities.conjuncts(link.subselect().jointree().quals());
        return quals.stream().anyMatch(NonNullableRelations::isNever)
                ? Set.of()
                : new NonNullableRelations(facts, level + 1).any(quals, true);
    }

    /// What is NULL once it is computed.
    private boolean comparesNull(Expr comparison) {
        return comparison instanceof OpExpr op
                && facts.isStrict(op.opFuncId())
                && op.args().stream().anyMatch(arg -> arg instanceof Const c && c.isNull());
    }

    /// @param top whether false is as good as NULL
    private Set<Integer> of(Expr expr, boolean top) {
        return switch (expr) {
            case Var var when var.levelsUp() == level -> Set.of(var.varno());
            case OpExpr _, FuncExpr _ when RangeContains.mayHoldForNull(expr) -> Set.of();
            case OpExpr op when facts.isStrict(op.opFuncId()) -> any(op.args(), false);
            case FuncExpr f when facts.isStrict(f.funcId()) && !f.retset() -> any(f.args(), false);
            case ScalarArrayOpExpr op when isStrict(op, top) -> any(op.args(), false);
            case BoolExpr bool ->
                switch (bool.kind()) {
                    case NOT -> of(bool.args().getFirst(), false);
                    case AND -> top ? any(bool.args(), true) : all(bool.args(), false);
                    case OR -> top ? all(possible(bool.args()), true) : all(bool.args(), false);
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

    /// Of an OR that has to be true (canonicalize_qual).
    private static List<Expr> possible(List<Expr> args) {
        List<Expr> possible = args.stream().filter(arg -> !isNever(arg)).toList();
        return possible.isEmpty() ? args : possible;
    }

    static boolean isNever(Expr condition) {
        return condition instanceof Const value && !Boolean.TRUE.equals(value.value());
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
