package org.pgherd.shardplanner.distribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Equivalence classes (equivclass.c): expressions that conjunctive quals prove equal on every row that survives.
/// A union-find over expressions without positions; [#with] copies, so that the quals of an outer join's ON
/// hold on its nullable side only.
public final class Equalities {
    private final PlanningFacts facts;
    private final Map<Expr, Expr> parents;
    private final List<Expr> conjuncts;

    private Equalities(PlanningFacts facts, Map<Expr, Expr> parents, List<Expr> conjuncts) {
        this.facts = facts;
        this.parents = parents;
        this.conjuncts = conjuncts;
    }

    public static Equalities none(PlanningFacts facts) {
        return new Equalities(facts, new HashMap<>(), new ArrayList<>());
    }

    /// These and the equalities of one more conjunction.
    public Equalities with(@Nullable Expr quals) {
        if (quals == null) {
            return this;
        }
        Equalities copy = new Equalities(facts, new HashMap<>(parents), new ArrayList<>(conjuncts));
        for (Expr conjunct : conjuncts(quals)) {
            copy.conjuncts.add(conjunct);
            copy.learn(conjunct);
        }
        return copy;
    }

    private void learn(Expr conjunct) {
        if (conjunct instanceof OpExpr op && op.args().size() == 2 && facts.isHashableEquality(op.opNo())) {
            Expr left = plain(op.left());
            Expr right = plain(op.right());
            if (Keys.comparable(left.type().oid(), right.type().oid())
                    && !volatileOrSet(left)
                    && !volatileOrSet(right)) {
                union(left, right);
            }
        }
    }

    private boolean volatileOrSet(Expr expr) {
        return ExprWalk.any(expr, e -> e instanceof SubLink)
                || ExprFacts.volatility(expr, facts) == org.pgherd.shardplanner.facts.Volatility.VOLATILE;
    }

    /// The quals that were learnt, for other forms than equality.
    public List<Expr> conjuncts() {
        return conjuncts;
    }

    private void union(Expr left, Expr right) {
        Expr a = find(left);
        Expr b = find(right);
        if (!a.equals(b)) {
            // a constant stays the representative
            if (isConstant(a)) {
                parents.put(b, a);
            } else {
                parents.put(a, b);
            }
        }
    }

    private Expr find(Expr expr) {
        Expr at = expr;
        while (true) {
            Expr parent = parents.get(at);
            if (parent == null) {
                return at;
            }
            at = parent;
        }
    }

    public boolean same(Expr left, Expr right) {
        return left.equals(right) || find(left).equals(find(right));
    }

    /// Whether the expression equals one of the keys.
    public boolean isKey(Expr expr, Set<Expr> keys) {
        Expr plain = plain(expr);
        for (Expr key : keys) {
            if (same(plain, key)) {
                return true;
            }
        }
        return false;
    }

    /// A constant (of this query level) that the expression equals; null if none is known.
    public @Nullable Expr constantOf(Expr expr) {
        Expr root = find(expr);
        return isConstant(root) ? root : null;
    }

    /// Without columns of this level and without aggregates: its value is the same for every row.
    static boolean isConstant(Expr expr) {
        return !ExprWalk.any(
                expr,
                e -> e instanceof Var var && var.levelsUp() == 0
                        || e instanceof SubLink
                        || e instanceof org.pgherd.analyzer.query.Aggref
                        || e instanceof org.pgherd.analyzer.query.WindowFunc);
    }

    /// The expression without its place in the text and without casts that change no bit.
    public static Expr plain(Expr expr) {
        Expr at = expr;
        while (at instanceof RelabelType relabel
                && Keys.comparable(relabel.arg().type().oid(), relabel.type().oid())) {
            at = relabel.arg();
        }
        return ExprEquality.withoutPositions(at);
    }

    /// The parts of a conjunction.
    public static List<Expr> conjuncts(@Nullable Expr quals) {
        if (quals == null) {
            return List.of();
        }
        if (quals instanceof BoolExpr and && and.kind() == BoolExpr.Kind.AND) {
            List<Expr> list = new ArrayList<>();
            and.args().forEach(arg -> list.addAll(conjuncts(arg)));
            return list;
        }
        return List.of(quals);
    }
}
