package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.Var;
import org.pgherd.shardplanner.cost.QueryRows;
import org.pgherd.shardplanner.cost.Selectivity;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.Memoize;
import org.pgherd.shardplanner.plan.NestParameter;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanNode;

/// Joins to items of FROM that read columns of their siblings: LATERAL subqueries, functions, VALUES, outer joins
/// that have such an item within (lateral_relids). The item is run for each outer row, what it reads of it passed as
/// EXEC parameters; its rows are remembered for equal parameters unless it is volatile.
final class LateralJoins {
    /// Rows of a run, if nothing tells.
    private static final double UNKNOWN = 10;

    private final Query query;
    private final Environment environment;
    private final QueryPlanner queries;
    private final Selectivity selectivity;

    LateralJoins(Query query, Environment environment, QueryPlanner queries, Selectivity selectivity) {
        this.query = query;
        this.environment = environment;
        this.queries = queries;
        this.selectivity = selectivity;
    }

    /// Relations of the same query that an item reads and that are not part of it.
    static Set<Integer> outside(FromItem item, Query query) {
        List<Integer> leaves = FromPlanner.leaves(item);
        Set<Integer> outside = new HashSet<>();
        for (int rtindex : leaves) {
            RangeTblEntry entry = query.rte(rtindex);
            if (entry.lateral()) {
                for (Var var : FromPlanner.reads(entry)) {
                    outside.add(var.varno());
                }
            }
        }
        leaves.forEach(outside::remove);
        return outside;
    }

    /// Rows of one run.
    static double rows(FromItem item, Query query, PlanningFacts facts) {
        List<Integer> leaves = FromPlanner.leaves(item);
        return leaves.size() == 1 && query.rte(leaves.getFirst()) instanceof RteSubquery sub
                ? QueryRows.of(sub.query(), facts)
                : UNKNOWN;
    }

    /// @param above what will be evaluated over the join
    LocalPart join(JoinKind kind, LocalPart outer, FromItem item, List<Expr> quals, List<Expr> above) {
        Set<Integer> own = new HashSet<>(FromPlanner.leaves(item));
        OuterReferences references = new OuterReferences(queries.planning(), own);
        Query.Builder b = query.toBuilder();
        b.rtable = new ArrayList<>(query.rtable());
        own.forEach(rtindex -> b.rtable.set(rtindex - 1, references.outOf(query.rte(rtindex))));
        LocalPart inner = new FromPlanner(b.build(), environment, queries, "").alone(item, above);
        LocalPart ready = queries.withColumns(outer, references.values(), environment);
        List<NestParameter> parameters = new ArrayList<>();
        for (int i = 0; i < references.values().size(); i++) {
            parameters.add(new NestParameter(
                    references.parameters().get(i),
                    ready.position(references.values().get(i))));
        }
        ExprRewriter both = LocalPart.resolver(ready, inner);
        List<Expr> resolved = queries.expressions(quals, environment).stream()
                .map(both::rewrite)
                .toList();
        boolean again =
                outer.relations().size() > 1 || references.values().stream().noneMatch(selectivity::isKey);
        boolean remembered = again && isWorthKeeping(own) && !isVolatile(own) && !joinsVolatile(item);
        PlanNode runs = remembered ? new Memoize(UnchangedInputs.kept(inner.node())) : inner.node();
        NestedLoop loop = new NestedLoop(kind, ready.node(), runs, resolved, parameters);
        Set<Integer> relations = new HashSet<>(ready.relations());
        relations.addAll(own);
        List<Expr> columns = new ArrayList<>(ready.columns());
        columns.addAll(inner.columns());
        return new LocalPart(relations, loop, columns, outer.rows() * UNKNOWN);
    }

    /// Calls and rows that are written out cost no more than to look them up.
    private boolean isWorthKeeping(Set<Integer> leaves) {
        return leaves.size() > 1 || leaves.stream().anyMatch(rtindex -> query.rte(rtindex) instanceof RteSubquery);
    }

    /// By a condition of its joins, or a subquery in one.
    private boolean joinsVolatile(FromItem item) {
        PlanningFacts facts = queries.planning().facts();
        return switch (item) {
            case RangeTblRef _ -> false;
            case FromExpr from ->
                ExprFacts.isVolatile(from.quals(), facts)
                        || from.fromList().stream().anyMatch(this::joinsVolatile);
            case JoinExpr join ->
                ExprFacts.isVolatile(join.quals(), facts) || joinsVolatile(join.left()) || joinsVolatile(join.right());
        };
    }

    private boolean isVolatile(Set<Integer> leaves) {
        PlanningFacts facts = queries.planning().facts();
        return leaves.stream().anyMatch(rtindex -> switch (query.rte(rtindex)) {
            case RteSubquery sub -> ExprFacts.isVolatile(sub.query(), facts);
            case RteFunction f ->
                f.functions().stream()
                        .anyMatch(call -> ExprFacts.volatility(call.expr(), facts) == Volatility.VOLATILE);
            case RteValues v ->
                v.lists().stream()
                        .flatMap(List::stream)
                        .anyMatch(value -> ExprFacts.volatility(value, facts) == Volatility.VOLATILE);
            default -> false;
        });
    }
}
