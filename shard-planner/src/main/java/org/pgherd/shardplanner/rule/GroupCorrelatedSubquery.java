package org.pgherd.shardplanner.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.distribution.ErrorFree;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// (SELECT e(agg(x)) FROM b WHERE b.k = a.j AND p(b)) over a  =>
/// a LEFT JOIN (SELECT b.k, agg(x) FROM b WHERE p(b) GROUP BY b.k) g ON g.k = a.j, and for the subquery
/// CASE WHEN g.k IS NULL THEN e(agg of no rows) ELSE e(g.agg) END.
///
/// The rows that the subquery aggregates for one row of a are those with b.k = a.j, which is one group of b or none
/// (= is the grouping's equality and never true of NULL); an aggregate without GROUP BY over no rows gives one row,
/// which
/// the CASE computes. e is computed above the join, so only for groups that are asked for.
/// Counter-examples: WHERE b.k < a.j is not one group; an aggregate argument 1 / x fails in a group that no row of a
/// asks
/// for; a volatile function would be called once per group instead of once per row of a.
public final class GroupCorrelatedSubquery {
    /// Aggregates that are NULL over no rows and raise no errors of their own; count is 0 there.
    private static final Set<String> NULL_WHEN_EMPTY =
            Set.of("sum", "avg", "min", "max", "bool_and", "bool_or", "every");

    private GroupCorrelatedSubquery() {}

    /// @param inner the grouped query: its columns are the keys, then the aggregates
    /// @param quals of the left join, with columns of `inner` as Params of kind SUBLINK
    /// @param value what the sublink becomes, likewise
    public record Result(Query inner, List<Expr> quals, Expr value) {}

    public static Optional<Result> apply(SubLink link, PlanningFacts facts) {
        Query query = link.subselect();
        boolean plain = link.kind() == SubLink.Kind.EXPR
                && query.isSelect()
                && query.setOperations() == null
                && query.hasAggs()
                && query.groupClause().isEmpty()
                && query.groupingSets().isEmpty()
                && query.havingQual() == null
                && query.windowClause().isEmpty()
                && query.distinctClause().isEmpty()
                && query.limitCount() == null
                && query.limitOffset() == null
                && !query.hasTargetSRFs()
                && query.cteList().isEmpty()
                && query.rowMarks().isEmpty()
                && query.outputColumns().size() == 1;
        return plain ? Optional.ofNullable(grouped(query, facts)) : Optional.empty();
    }

    private static @Nullable Result grouped(Query query, PlanningFacts facts) {
        List<Expr> inside = new ArrayList<>();
        List<TargetEntry> targets = new ArrayList<>();
        List<SortGroupClause> groups = new ArrayList<>();
        List<Expr> quals = new ArrayList<>();
        for (Expr part : Equalities.conjuncts(query.jointree().quals())) {
            if (!ExprWalk.anyDeep(part, 0, GroupCorrelatedSubquery::reachesOut)) {
                if (!ErrorFree.is(part, facts)) {
                    return null;
                }
                inside.add(part);
                continue;
            }
            Expr qual = key(part, targets, groups, facts);
            if (qual == null) {
                return null;
            }
            quals.add(qual);
        }
        Expr value = query.outputColumns().getFirst().expr();
        Expr empty = empty(value);
        boolean usable = !quals.isEmpty()
                && !ExprWalk.any(value, e -> e instanceof SubLink)
                && !ExprWalk.any(empty, e -> e instanceof Var)
                && ExprFacts.volatility(value, facts) != Volatility.VOLATILE;
        Expr found = usable ? above(value, targets, facts) : null;
        if (found == null) {
            return null;
        }
        Query.Builder b = Query.builder(CommandType.SELECT);
        b.rtable = query.rtable();
        b.jointree = new FromExpr(query.jointree().fromList(), and(inside));
        b.targetList = targets;
        b.groupClause = groups;
        b.hasAggs = true;
        Query inner = b.build();
        if (ExprWalk.anyDeep(inner, 0, GroupCorrelatedSubquery::reachesOut) || ExprFacts.isVolatile(inner, facts)) {
            return null;
        }
        Expr missing = new NullTest(column(1, targets.getFirst().expr()), true, false, Position.NONE);
        Expr either = new CaseExpr(
                null, List.of(new CaseWhen(missing, empty, Position.NONE)), found, value.type(), Position.NONE);
        return new Result(inner, quals, either);
    }

    private static @Nullable Expr and(List<Expr> quals) {
        return switch (quals.size()) {
            case 0 -> null;
            case 1 -> quals.getFirst();
            default -> new BoolExpr(BoolExpr.Kind.AND, quals, Position.NONE);
        };
    }

    /// `b.k = a.j` as a qual over the group's key; null if it is of another form.
    private static @Nullable Expr key(
            Expr part, List<TargetEntry> targets, List<SortGroupClause> groups, PlanningFacts facts) {
        if (!(part instanceof OpExpr op) || op.args().size() != 2 || !facts.isHashableEquality(op.opNo())) {
            return null;
        }
        boolean innerLeft = own(op.left());
        Expr inner = innerLeft ? op.left() : op.right();
        Expr outer = innerLeft ? op.right() : op.left();
        if (!own(inner) || !outers(outer) || ExprFacts.volatility(outer, facts) == Volatility.VOLATILE) {
            return null;
        }
        int equality = facts.equalityOperator(inner.type().oid());
        boolean sameEquality = equality == op.opNo()
                || facts.operatorName(op.opNo()).equals("=") && integer(inner.type()) && integer(outer.type());
        if (equality == 0
                || !sameEquality
                || op.inputCollation() != inner.collation()
                || !(Equalities.plain(inner) instanceof Var)) {
            return null;
        }
        Expr plain = ExprEquality.withoutPositions(inner);
        int ref = targets.size() + 1;
        int less = facts.orderingOperator(inner.type().oid(), false);
        targets.add(new TargetEntry(plain, ref, "k" + ref, ref, 0, 0, false));
        groups.add(new SortGroupClause(ref, equality, less, false, false, true));
        Expr column = column(ref, inner);
        Expr raised = ExprRewriter.replace(outer, e -> e instanceof Var var ? var.withLevelsUp(0) : null);
        return new OpExpr(
                op.opNo(),
                op.opFuncId(),
                op.name(),
                innerLeft ? List.of(column, raised) : List.of(raised, column),
                op.retset(),
                op.type(),
                op.inputCollation(),
                op.at());
    }

    private static boolean integer(SqlType type) {
        return type.oid() == SqlType.INT8.oid() || type.oid() == SqlType.INT4.oid() || type.oid() == SqlType.INT2.oid();
    }

    /// Reads columns of the subquery and nothing of queries around.
    private static boolean own(Expr expr) {
        return ExprWalk.any(expr, e -> e instanceof Var)
                && !ExprWalk.any(expr, e -> e instanceof Var var && var.levelsUp() != 0 || e instanceof SubLink);
    }

    /// Reads columns of the query around and nothing else.
    private static boolean outers(Expr expr) {
        return ExprWalk.any(expr, e -> e instanceof Var)
                && !ExprWalk.any(
                        expr,
                        e -> e instanceof Var var && var.levelsUp() != 1
                                || e instanceof SubLink
                                || e instanceof Aggref);
    }

    private static Param column(int number, Expr like) {
        return new Param(Param.Kind.SUBLINK, number, like.type(), Position.NONE);
    }

    /// The value over the grouped query's columns, which get its aggregates; null if one of them is not allowed.
    private static @Nullable Expr above(Expr value, List<TargetEntry> targets, PlanningFacts facts) {
        boolean[] good = {true};
        Expr found = ExprRewriter.replace(value, e -> {
            if (!(e instanceof Aggref a)) {
                return null;
            }
            good[0] &= allowed(a, facts);
            targets.add(new TargetEntry(
                    ExprEquality.withoutPositions(a), targets.size() + 1, "a" + (targets.size() + 1), 0, 0, 0, false));
            return column(targets.size(), a);
        });
        return good[0] ? found : null;
    }

    private static boolean allowed(Aggref a, PlanningFacts facts) {
        return a.levelsUp() == 0
                && Integer.compareUnsigned(a.aggFnOid(), 16384) < 0
                && a.kind() == Aggref.Kind.NORMAL
                && (a.name().equals("count") || NULL_WHEN_EMPTY.contains(a.name()) && cannotOverflow(a))
                && a.args().stream().allMatch(arg -> ErrorFree.is(arg.expr(), facts))
                && (a.filter() == null || ErrorFree.is(a.filter(), facts));
    }

    private static boolean cannotOverflow(Aggref a) {
        return !a.name().equals("sum") && !a.name().equals("avg")
                || a.args().stream()
                        .allMatch(arg ->
                                integer(arg.expr().type()) || arg.expr().type().oid() == SqlType.NUMERIC.oid());
    }

    /// The value over no rows.
    private static Expr empty(Expr value) {
        return ExprRewriter.replace(
                value,
                e -> e instanceof Aggref a
                        ? a.name().equals("count")
                                ? new Const(SqlType.INT8, 0L, Position.NONE)
                                : Const.ofNull(a.type(), Position.NONE)
                        : null);
    }

    private static boolean reachesOut(Expr expr, int depth) {
        return expr instanceof Var var && var.levelsUp() > depth || expr instanceof Aggref a && a.levelsUp() > depth;
    }

    /// An expression of a [Result] with the inner columns as Vars of entry `rtindex`.
    public static Expr placed(Expr expr, int rtindex) {
        return SemiJoinFromSubLink.placed(expr, rtindex);
    }
}
