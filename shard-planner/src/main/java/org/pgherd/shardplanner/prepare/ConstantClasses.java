package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.distribution.Keys;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// Expressions that quals say are equal, and the equalities with a constant that follow (equivclass.c). Each class is
/// of one operator, or of integers, floats or texts of any width, under one collation.
final class ConstantClasses {
    private final PlanningFacts facts;
    private final List<EqualExprs> classes = new ArrayList<>();
    private final Set<Pair> given = new HashSet<>();

    private record Pair(Expr left, Expr right) {}

    private static final class EqualExprs {
        final List<OpExpr> operators = new ArrayList<>();
        final Set<Expr> members = new HashSet<>();
        final List<Expr> inOrder = new ArrayList<>();

        EqualExprs(OpExpr op) {
            operators.add(op);
        }

        boolean isOf(OpExpr op) {
            OpExpr known = operators.getFirst();
            return known.inputCollation() == op.inputCollation()
                    && (known.opNo() == op.opNo()
                            || isBuiltIn(known) && isBuiltIn(op) && Keys.comparable(leftType(known), leftType(op)));
        }

        void addAll(EqualExprs other) {
            operators.addAll(other.operators);
            other.inOrder.forEach(this::add);
        }

        void add(Expr member) {
            if (members.add(member)) {
                inOrder.add(member);
            }
        }
    }

    ConstantClasses(PlanningFacts facts, List<Expr> quals) {
        this.facts = facts;
        for (Expr qual : quals) {
            if (qual instanceof OpExpr op && op.args().size() == 2 && isEquality(op)) {
                learn(op);
            }
        }
    }

    private boolean isEquality(OpExpr op) {
        int left = leftType(op);
        int right = rightType(op);
        return facts.isHashableEquality(op.opNo())
                && (left == right || isBuiltIn(op) && Keys.comparable(left, right))
                && !ExprWalk.any(op, e -> e instanceof SubLink)
                && ExprFacts.volatility(op, facts) != Volatility.VOLATILE;
    }

    private static int leftType(OpExpr op) {
        return op.args().get(0).type().oid();
    }

    private static int rightType(OpExpr op) {
        return op.args().get(1).type().oid();
    }

    private static boolean isBuiltIn(OpExpr op) {
        return Integer.compareUnsigned(op.opNo(), ShardingCatalog.FIRST_NORMAL_OID) < 0;
    }

    private void learn(OpExpr op) {
        Expr left = ExprEquality.withoutPositions(op.args().get(0));
        Expr right = ExprEquality.withoutPositions(op.args().get(1));
        given.add(new Pair(left, right));
        EqualExprs of = new EqualExprs(op);
        of.add(left);
        of.add(right);
        for (EqualExprs other : List.copyOf(classes)) {
            if (other.isOf(op) && (other.members.contains(left) || other.members.contains(right))) {
                of.addAll(other);
                classes.remove(other);
            }
        }
        classes.add(of);
    }

    /// New quals `member = constant`.
    List<Expr> implied() {
        List<Expr> quals = new ArrayList<>();
        for (EqualExprs of : classes) {
            Expr constant = constant(of);
            if (constant != null) {
                for (Expr member : of.inOrder) {
                    if (readsOne(member) && of.inOrder.stream().noneMatch(e -> isGiven(member, e))) {
                        Expr qual = equality(of, member, constant);
                        if (qual != null) {
                            quals.add(qual);
                        }
                    }
                }
            }
        }
        return quals;
    }

    /// Whether a qual between two columns follows from what [#implied] and the quals say of each.
    boolean isImplied(Expr qual) {
        if (!(qual instanceof OpExpr op) || op.args().size() != 2 || !isEquality(op)) {
            return false;
        }
        Expr left = ExprEquality.withoutPositions(op.args().get(0));
        Expr right = ExprEquality.withoutPositions(op.args().get(1));
        for (EqualExprs of : classes) {
            Expr constant = constant(of);
            if (constant != null && of.isOf(op) && of.members.contains(left) && of.members.contains(right)) {
                return is(of, left, constant) && is(of, right, constant);
            }
        }
        return false;
    }

    private boolean is(EqualExprs of, Expr member, Expr constant) {
        return !isConstant(member)
                && readsOne(member)
                && (given.contains(new Pair(member, constant))
                        || given.contains(new Pair(constant, member))
                        || equality(of, member, constant) != null
                                && of.inOrder.stream().noneMatch(e -> isGiven(member, e)));
    }

    private boolean isGiven(Expr member, Expr constant) {
        return isConstant(constant)
                && (given.contains(new Pair(member, constant)) || given.contains(new Pair(constant, member)));
    }

    private static @Nullable Expr constant(EqualExprs of) {
        for (Expr member : of.inOrder) {
            if (isConstant(member)) {
                return member;
            }
        }
        return null;
    }

    private static boolean isConstant(Expr expr) {
        return !ExprWalk.any(expr, e -> e instanceof Var var && var.levelsUp() == 0);
    }

    private static boolean readsOne(Expr expr) {
        Set<Integer> relations = new HashSet<>();
        ExprWalk.forEach(expr, e -> {
            if (e instanceof Var var && var.levelsUp() == 0) {
                relations.add(var.varno());
            }
        });
        return relations.size() == 1;
    }

    /// Null if the class has no operator of the two types.
    private static @Nullable Expr equality(EqualExprs of, Expr member, Expr constant) {
        int left = member.type().oid();
        int right = constant.type().oid();
        for (OpExpr op : of.operators) {
            if (leftType(op) == left && rightType(op) == right) {
                return with(op, member, constant);
            }
            if (leftType(op) == right && rightType(op) == left) {
                return with(op, constant, member);
            }
        }
        return null;
    }

    private static Expr with(OpExpr op, Expr left, Expr right) {
        return new OpExpr(
                op.opNo(),
                op.opFuncId(),
                op.name(),
                List.of(left, right),
                false,
                op.type(),
                op.inputCollation(),
                Position.NONE);
    }
}
