package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RowCompareExpr;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.distribution.ErrorFree;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.prepare.SplitRowAssignment;

/// Replaces subqueries that are uncorrelated and yield one value by parameters (init plans): what is left may
/// then be
/// pushed, and the value may pin a shard key. Subqueries that every shard can answer stay.
final class SingleValuedSubLinks extends ExprRewriter {
    /// Aggregates that do not fail.
    private static final Set<String> COMPUTE_ALWAYS = Set.of("count", "min", "max", "bool_and", "bool_or", "every");

    private final QueryPlanner queries;
    private final Environment environment;
    private final Map<SubLink, Expr> records = new HashMap<>();
    private final Map<Expr, Expr> values = new HashMap<>();
    private boolean conditional;

    private SingleValuedSubLinks(QueryPlanner queries, Environment environment) {
        this.queries = queries;
        this.environment = environment;
    }

    /// In a query's own expressions. It must not have WITH queries, for those are planned later.
    static Query in(Query query, QueryPlanner queries, Environment environment) {
        boolean any = query.cteList().isEmpty()
                && query.setOperations() == null
                && ExprWalk.expressions(query).stream().anyMatch(expr -> ExprWalk.any(expr, SubLink.class::isInstance));
        return any ? new SingleValuedSubLinks(queries, environment).rewrite(query) : query;
    }

    static Expr in(Expr expr, QueryPlanner queries, Environment environment) {
        return new SingleValuedSubLinks(queries, environment).rewrite(expr);
    }

    @Override
    public Expr rewrite(Expr expr) {
        if (expr instanceof SubLink link) {
            if (!isSingle(link)) {
                return link;
            }
            return SplitRowAssignment.isRecord(link) ? records.computeIfAbsent(link, this::once) : equal(link);
        }
        return switch (expr) {
            case CaseExpr e -> choice(e);
            case CoalesceExpr e -> {
                List<Expr> args = inTurn(e.args());
                yield args.equals(e.args()) ? e : new CoalesceExpr(args, e.type(), e.at());
            }
            case BoolExpr e
            when e.kind() != BoolExpr.Kind.NOT -> {
                List<Expr> args = inTurn(e.args());
                yield args.equals(e.args()) ? e : new BoolExpr(e.kind(), args, e.at());
            }
            case RowCompareExpr e -> {
                List<Expr> left = inTurn(e.left());
                List<Expr> right = inTurn(e.right());
                yield left.equals(e.left()) && right.equals(e.right())
                        ? e
                        : new RowCompareExpr(
                                e.kind(), e.opNos(), e.opFamilies(), e.inputCollations(), left, right, e.at());
            }
            default -> rewriteChildren(expr);
        };
    }

    /// What comes after the first is computed only if that did not decide.
    private List<Expr> inTurn(List<Expr> exprs) {
        List<Expr> changed = new ArrayList<>();
        for (Expr expr : exprs) {
            changed.add(changed.isEmpty() ? rewrite(expr) : inArm(expr));
        }
        return changed;
    }

    /// Equal ones are one value: an expression with such a subquery may be a group key, and is known by it.
    private Expr equal(SubLink link) {
        if (ExprFacts.isVolatile(link.subselect(), planning().facts())) {
            return once(link);
        }
        Expr plain = ExprEquality.withoutPositions(link);
        Expr known = values.get(plain);
        if (known == null) {
            known = once(link);
            values.put(plain, known);
        }
        return known;
    }

    private Expr once(SubLink link) {
        return queries.expressions(List.of(link), environment).getFirst();
    }

    /// Arms may not be taken: what fails in them must not be computed before it is known that they are.
    private Expr choice(CaseExpr e) {
        Expr arg = optional(e.arg());
        List<CaseWhen> whens = new ArrayList<>();
        for (CaseWhen when : e.whens()) {
            Expr condition = whens.isEmpty() ? rewrite(when.condition()) : inArm(when.condition());
            whens.add(new CaseWhen(condition, inArm(when.result()), when.at()));
        }
        Expr orElse = inArm(e.orElse());
        boolean same = arg == e.arg() && whens.equals(e.whens()) && orElse == e.orElse();
        return same ? e : new CaseExpr(arg, whens, orElse, e.type(), e.at());
    }

    private Expr inArm(Expr expr) {
        boolean before = conditional;
        conditional = true;
        try {
            return rewrite(expr);
        } finally {
            conditional = before;
        }
    }

    private boolean mayFail(SubLink link) {
        Query subselect = link.subselect();
        boolean oneRow = link.kind() != SubLink.Kind.EXPR
                || subselect.hasAggs()
                        && subselect.groupClause().isEmpty()
                        && subselect.groupingSets().isEmpty();
        return !oneRow
                || ExprWalk.allQueries(subselect).stream()
                        .flatMap(query -> ExprWalk.expressions(query).stream())
                        .anyMatch(expr -> !cannotFail(expr));
    }

    private boolean cannotFail(Expr expr) {
        return expr instanceof Aggref a
                ? COMPUTE_ALWAYS.contains(a.name())
                        && a.args().stream()
                                .allMatch(arg ->
                                        ErrorFree.is(arg.expr(), planning().facts()))
                        && (a.filter() == null
                                || ErrorFree.is(a.filter(), planning().facts()))
                : ErrorFree.is(expr, planning().facts());
    }

    /// Subqueries keep theirs: they may be pushed with them.
    @Override
    public Query rewrite(Query query) {
        return depth == 0 ? super.rewrite(query) : query;
    }

    private boolean isSingle(SubLink link) {
        boolean kind = link.kind() == SubLink.Kind.EXPR
                || link.kind() == SubLink.Kind.EXISTS
                || link.kind() == SubLink.Kind.ARRAY;
        boolean correlated = ExprWalk.anyDeep(
                link.subselect(),
                0,
                (e, depth) -> e instanceof Var var && var.levelsUp() > depth
                        || e instanceof Aggref a && a.levelsUp() > depth
                        || planning().isVarying(e));
        if (!kind
                || correlated
                || conditional && mayFail(link)
                || environment.readsVarying(link.subselect(), planning())) {
            return false;
        }
        boolean everywhere = planning().allows(Rung.SCATTER)
                && environment.locality().below().of(link.subselect()).finding() instanceof Spread spread
                && spread.everywhere();
        return !everywhere;
    }

    private Planning planning() {
        return queries.planning();
    }
}
