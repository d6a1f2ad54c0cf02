package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.cost.QualOrder;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.distribution.Finding;
import org.pgherd.shardplanner.distribution.Refusal;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.facts.Volatility;
import org.pgherd.shardplanner.plan.Append;
import org.pgherd.shardplanner.plan.CteDefinition;
import org.pgherd.shardplanner.plan.Filter;
import org.pgherd.shardplanner.plan.Gate;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.SubPlanExpr;
import org.pgherd.shardplanner.plan.Values;
import org.pgherd.shardplanner.plan.With;
import org.pgherd.shardplanner.rule.RouteWholeQuery;
import org.pgherd.shardplanner.rule.ScatterWholeQuery;

/// Plans queries at any depth: whole where that is proved and allowed, else clause by clause.
/// The query must be prepared, and must not refer to queries around it but through parameters.
public final class QueryPlanner {
    private final Planning planning;

    public QueryPlanner(Planning planning) {
        this.planning = planning;
    }

    Planning planning() {
        return planning;
    }

    /// A node that yields the query's shown columns.
    PlanNode plan(Query query, Environment environment) {
        if (!query.isSelect()) {
            return new ModifyPlanner(this).plan(query, environment);
        }
        Finding finding = environment.locality().below().of(query).finding();
        Remote whole = whole(query, finding, false);
        if (whole != null) {
            return whole;
        }
        Query single = SingleValuedSubLinks.in(query, this, environment);
        if (single != query) {
            Remote rest =
                    whole(single, environment.locality().below().of(single).finding(), false);
            if (rest != null) {
                return rest;
            }
        }
        return decompose(single, environment, why(finding));
    }

    private String why(Finding finding) {
        return switch (finding) {
            case Refusal refusal -> refusal.reason();
            case Spread spread when spread.kind() == Spread.Kind.ANYWHERE -> "no table is read";
            case Spread _ ->
                planning.allows(Rung.ROUTE)
                        ? "ORDER BY uses a column that is not shown"
                        : "pgherd.max_pushdown = " + planning.cap().label();
        };
    }

    /// The whole query as one [Remote], or null. Inside of another query what needs no table is computed here.
    @Nullable
    Remote whole(Query query, Finding finding, boolean top) {
        return whole(query, finding, top, planning.cap());
    }

    @Nullable
    Remote whole(Query query, Finding finding, boolean top, Rung cap) {
        if (!(finding instanceof Spread spread)) {
            return null;
        }
        if (top
                && query.isSelect()
                && query.targetList().stream().anyMatch(entry -> Shippable.hasPartialAssignment(entry.expr()))) {
            return null;
        }
        if (!top && keepsVolatileRows(query)) {
            return null;
        }
        boolean system = Shippable.systemOnly(query) && spread.onOneShard();
        if (spread.kind() == Spread.Kind.ANYWHERE && !top) {
            return null;
        }
        if (spread.onOneShard() || spread.everywhere()) {
            if (!Rung.ROUTE.allowedBy(cap) && !system) {
                return null;
            }
            planning.fire(RouteWholeQuery.class);
            return Remotes.whole(query, spread, Rung.ROUTE, "", planning);
        }
        boolean mergeable = query.sortClause().isEmpty()
                || !Remotes.sortKeys(query.sortClause(), query.targetList()).isEmpty();
        if (!Rung.SCATTER.allowedBy(cap) || !mergeable) {
            return null;
        }
        planning.fire(ScatterWholeQuery.class);
        return Remotes.whole(
                top ? GivenOrder.said(query, planning.facts()) : query,
                spread,
                Rung.SCATTER,
                unpinned(query, spread),
                planning);
    }

    /// Whether a query that runs for each row of another one has a WITH query of its own that is volatile and runs
    /// once.
    private boolean keepsVolatileRows(Query query) {
        return ExprWalk.allQueries(query).stream()
                        .flatMap(q -> q.cteList().stream())
                        .anyMatch(cte -> !varies(cte.query()) && ExprFacts.isVolatile(cte.query(), planning.facts()))
                && varies(query);
    }

    private boolean varies(Query query) {
        return ExprWalk.anyDeep(query, 0, (expr, _) -> planning.isVarying(expr));
    }

    private String unpinned(Query query, Spread spread) {
        if (spread.narrowed() != null) {
            return "the keys of the list may belong to several shards";
        }
        return spread.keys().isEmpty()
                ? "no qual pins the shard key"
                : "no qual pins the shard key " + planning.tables().describeKeys(spread.keys(), query);
    }

    PlanNode decompose(Query query, Environment environment, String notHigher) {
        List<CteDefinition> definitions = definitions(query, environment);
        PlanNode node = query.setOperations() != null
                ? new SetOperationPlanner(this, environment).plan(query)
                : new SelectPlanner(query, environment, this, notHigher).plan();
        return definitions.isEmpty() ? node : new With(definitions, node);
    }

    List<CteDefinition> definitions(Query query, Environment environment) {
        List<CteDefinition> definitions = new ArrayList<>();
        for (CommonTableExpr cte : query.cteList()) {
            definitions.add(cte(cte, environment));
        }
        return definitions;
    }

    private CteDefinition cte(CommonTableExpr cte, Environment environment) {
        int id = planning.newCte();
        PlanNode plan = cte.recursive()
                ? new SetOperationPlanner(this, environment.below()).recursive(cte)
                : plan(cte.query(), environment.below());
        List<PlanColumn> columns = new ArrayList<>();
        for (int i = 0; i < plan.output().size(); i++) {
            columns.add(new PlanColumn(
                    i < cte.columnNames().size()
                            ? cte.columnNames().get(i)
                            : plan.output().get(i).name(),
                    plan.output().get(i).type()));
        }
        environment.defineCte(cte.name(), id, columns);
        planning.noteCte(id, plan);
        return new CteDefinition(id, cte.name(), plan, !cte.query().isSelect());
    }

    /// Expressions with their sublinks planned; Vars stay as they are.
    List<Expr> expressions(List<Expr> exprs, Environment environment) {
        return expressions(exprs, null, environment);
    }

    /// @param known what is a column of this part already needs no planning
    List<Expr> expressions(List<Expr> exprs, @Nullable LocalPart known, Environment environment) {
        SubLinks subLinks = new SubLinks(this, environment, known);
        return exprs.stream().map(subLinks::rewrite).toList();
    }

    /// Rows for which all quals are true.
    LocalPart filter(LocalPart part, List<Expr> quals, Environment environment) {
        if (quals.isEmpty()) {
            return part;
        }
        List<Expr> planned = expressions(quals, part, environment);
        LocalPart asked = Asks.add(part, planned, planning);
        List<Expr> gates = new ArrayList<>();
        List<Expr> each = new ArrayList<>();
        for (Expr qual : asked.resolve(planned)) {
            if (!(qual instanceof Const always && Boolean.TRUE.equals(always.value()))) {
                (isOneTime(qual) ? gates : each).add(qual);
            }
        }
        PlanNode filtered =
                each.isEmpty() ? asked.node() : new Filter(asked.node(), QualOrder.of(each, planning.facts()));
        PlanNode node = gates.isEmpty() ? filtered : new Gate(filtered, gates);
        return new LocalPart(asked.relations(), node, asked.columns(), Math.max(1, asked.rows() / 3));
    }

    /// Whether a qual says the same of all rows (a pseudoconstant).
    boolean isOneTime(Expr qual) {
        return !ExprWalk.any(
                        qual,
                        e -> e instanceof Var
                                || e instanceof Aggref
                                || e instanceof SubPlanExpr
                                || e instanceof SubLink)
                && ExprFacts.volatility(qual, planning.facts()) != Volatility.VOLATILE;
    }

    /// Exactly these expressions, in order.
    LocalPart project(LocalPart part, List<Expr> exprs, List<PlanColumn> columns, Environment environment) {
        List<Expr> planned = expressions(exprs, part, environment);
        LocalPart asked = Asks.add(part, planned, planning);
        PlanNode node = Projects.over(asked.node(), asked.resolve(planned), columns);
        return new LocalPart(asked.relations(), node, exprs, asked.rows());
    }

    /// The part with at least these expressions as columns.
    LocalPart withColumns(LocalPart part, List<Expr> exprs, Environment environment) {
        List<Expr> all = new ArrayList<>(part.columns());
        List<PlanColumn> columns = new ArrayList<>(part.node().output());
        for (Expr expr : exprs) {
            Expr plain = org.pgherd.analyzer.query.ExprEquality.withoutPositions(expr);
            if (part.position(expr) == 0 && !all.contains(plain)) {
                all.add(plain);
                columns.add(new PlanColumn("?column?", expr.type()));
            }
        }
        return all.size() == part.columns().size() ? part : project(part, all, columns, environment);
    }

    /// The rows of VALUES; those with calls that a shard must be asked for are each a node of their own.
    PlanNode values(List<List<Expr>> lists, List<PlanColumn> columns, Environment environment) {
        LocalPart nothing = new LocalPart(Set.of(), Values.oneRow(), List.of(), 1);
        List<PlanNode> nodes = new ArrayList<>();
        List<List<Expr>> plain = new ArrayList<>();
        for (List<Expr> list : lists) {
            List<Expr> row = expressions(list, environment);
            LocalPart asked = Asks.add(nothing, row, planning);
            if (asked == nothing) {
                plain.add(row);
                continue;
            }
            if (!plain.isEmpty()) {
                nodes.add(new Values(plain, columns));
                plain = new ArrayList<>();
            }
            nodes.add(Projects.over(asked.node(), asked.resolve(row), columns));
        }
        if (!plain.isEmpty() || nodes.isEmpty()) {
            nodes.add(new Values(plain, columns));
        }
        return nodes.size() == 1 ? nodes.getFirst() : new Append(nodes, columns);
    }

    boolean isRowType(SqlType type) {
        if (type.oid() == TypeOids.RECORD) {
            return true;
        }
        TypeRow row = planning.facts().types().type(type.oid());
        while (row != null && row.kind() == 'd') {
            row = planning.facts().types().type(row.baseOid());
        }
        return row != null && row.kind() == 'c';
    }

    static List<Expr> exprs(List<TargetEntry> entries) {
        return entries.stream().map(TargetEntry::expr).toList();
    }
}
