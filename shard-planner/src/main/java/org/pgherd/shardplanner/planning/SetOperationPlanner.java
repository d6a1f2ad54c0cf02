package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.LimitOption;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.analyzer.query.SetOperationTree;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.cost.QueryRows;
import org.pgherd.shardplanner.plan.Append;
import org.pgherd.shardplanner.plan.CteDefinition;
import org.pgherd.shardplanner.plan.Distinct;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.Limit;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Project;
import org.pgherd.shardplanner.plan.RecursiveUnion;
import org.pgherd.shardplanner.plan.SetOp;
import org.pgherd.shardplanner.plan.Sort;
import org.pgherd.shardplanner.plan.SortKey;
import org.pgherd.shardplanner.plan.With;
import org.pgherd.shardplanner.prepare.ExpandSearchAndCycle;

/// UNION, INTERSECT, EXCEPT and WITH RECURSIVE over branches that are planned each on its own (prepunion.c).
final class SetOperationPlanner {
    private final QueryPlanner queries;
    private final Environment environment;

    SetOperationPlanner(QueryPlanner queries, Environment environment) {
        this.queries = queries;
        this.environment = environment;
    }

    PlanNode plan(Query query) {
        PlanNode node = branch(query.setOperations(), query);
        node = new Append(List.of(node), Remotes.columns(query.outputColumns()));
        if (((Append) node).children().getFirst().output().equals(node.output())) {
            node = ((Append) node).children().getFirst();
        }
        List<SortKey> keys = new ArrayList<>();
        List<TargetEntry> targets = query.targetList();
        boolean junk = targets.stream().anyMatch(TargetEntry::junk);
        if (junk) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "ORDER BY on a UNION/INTERSECT/EXCEPT result must be on one of the result columns",
                    query.at());
        }
        for (SortGroupClause clause : query.sortClause()) {
            for (int i = 0; i < targets.size(); i++) {
                if (targets.get(i).sortGroupRef() == clause.tleSortGroupRef()) {
                    keys.add(Remotes.sortKey(i + 1, targets.get(i).expr(), clause));
                }
            }
        }
        if (!keys.isEmpty()) {
            node = new Sort(node, keys);
        }
        if (query.limitCount() != null || query.limitOffset() != null) {
            node = new Limit(
                    node,
                    value(query.limitCount()),
                    value(query.limitOffset()),
                    query.limitOption() == LimitOption.WITH_TIES ? keys : List.of());
        }
        return node;
    }

    private @Nullable Expr value(@Nullable Expr expr) {
        return expr == null
                ? null
                : queries.expressions(List.of(expr), environment).getFirst();
    }

    private PlanNode branch(@Nullable SetOperationTree tree, Query query) {
        return switch (tree) {
            case null -> throw new AssertionError("no set operation");
            case RangeTblRef ref -> queries.plan(((RteSubquery) query.rte(ref.rtindex())).query(), environment.below());
            case SetOperationStmt op -> {
                boolean union = op.op() == SetOperationStmt.Op.UNION;
                PlanNode left = typed(branch(op.left(), query), op.columnTypes());
                PlanNode right = typed(branch(op.right(), query), op.columnTypes());
                List<PlanColumn> output = columns(left, op.columnTypes());
                if (!union) {
                    KeyMethods.require(op.op().toString(), op.groupClauses(), false);
                    left = together(left, op);
                    right = together(right, op);
                }
                yield switch (op.op()) {
                    case UNION -> {
                        PlanNode append = new Append(List.of(left, right), output);
                        if (op.all()) {
                            yield append;
                        }
                        PlanNode together = together(append, op);
                        yield new Distinct(together, keys(op), together != append);
                    }
                    case INTERSECT ->
                        rows(op.left(), query) > rows(op.right(), query)
                                ? new SetOp(SetOp.Kind.INTERSECT, op.all(), right, left, allKeys(op), output)
                                : new SetOp(SetOp.Kind.INTERSECT, op.all(), left, right, allKeys(op), output);
                    case EXCEPT -> new SetOp(SetOp.Kind.EXCEPT, op.all(), left, right, allKeys(op), output);
                };
            }
        };
    }

    /// prepunion.c:generate_nonunion_paths puts the smaller input of INTERSECT first, and of rows that are equal but do
    /// not look alike (2.0 and 2.00) the first input's come out.
    private double rows(SetOperationTree tree, Query query) {
        return switch (tree) {
            case RangeTblRef ref ->
                QueryRows.of(
                        ((RteSubquery) query.rte(ref.rtindex())).query(),
                        queries.planning().facts());
            case SetOperationStmt op -> rows(op.left(), query) + rows(op.right(), query);
        };
    }

    private static List<PlanColumn> columns(PlanNode node, List<SqlType> types) {
        List<PlanColumn> columns = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            columns.add(new PlanColumn(node.output().get(i).name(), types.get(i)));
        }
        return columns;
    }

    /// A branch whose columns have other types than the operation's is cast.
    private PlanNode typed(PlanNode node, List<SqlType> types) {
        boolean same = true;
        List<Expr> exprs = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            SqlType own = node.output().get(i).type();
            Expr column = new Var(Var.OUTER, i + 1, own, 0, Position.NONE);
            if (own.oid() != types.get(i).oid()) {
                same = false;
                column = Casts.implicit(column, types.get(i), queries.planning().facts());
            }
            exprs.add(column);
        }
        return same ? node : new Project(node, exprs, columns(node, types));
    }

    private PlanNode together(PlanNode input, SetOperationStmt op) {
        return UnhashableKeys.sorted(
                input, op.groupClauses(), keys(op), queries.planning().facts());
    }

    private List<GroupKey> keys(SetOperationStmt op) {
        List<GroupKey> keys = new ArrayList<>();
        for (int i = 0; i < op.columnTypes().size(); i++) {
            SqlType type = op.columnTypes().get(i);
            int equality = i < op.groupClauses().size()
                    ? op.groupClauses().get(i).eqOp()
                    : queries.planning().facts().equalityOperator(type.oid());
            keys.add(new GroupKey(i + 1, type, equality, type.collation()));
        }
        return keys;
    }

    private List<GroupKey> allKeys(SetOperationStmt op) {
        return keys(op);
    }

    /// WITH RECURSIVE x AS (start UNION [ALL] step): the step reads x from the work table.
    PlanNode recursive(CommonTableExpr written) {
        CommonTableExpr cte =
                ExpandSearchAndCycle.of(written, queries.planning().facts());
        Query query = cte.query();
        if (query.setOperations() == null || query.setOperations().op() != SetOperationStmt.Op.UNION) {
            // RECURSIVE was written but the query does not refer to itself
            return queries.plan(query, environment);
        }
        SetOperationStmt op = query.setOperations();
        if (!op.all() && op.groupClauses().stream().anyMatch(clause -> !clause.hashable())) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "could not implement recursive UNION")
                    .withDetail("All column datatypes must be hashable.");
        }
        List<CteDefinition> definitions = queries.definitions(query, environment);
        PlanNode start = typed(branch(op.left(), query), op.columnTypes());
        List<PlanColumn> columns = new ArrayList<>();
        for (int i = 0; i < op.columnTypes().size(); i++) {
            columns.add(
                    new PlanColumn(cte.columnNames().get(i), op.columnTypes().get(i)));
        }
        int workTable = queries.planning().newCte();
        environment.outer().defineWorkTable(cte.name(), workTable, columns);
        PlanNode step = typed(branch(op.right(), query), op.columnTypes());
        PlanNode union = new RecursiveUnion(workTable, start, step, op.all() ? List.of() : keys(op), columns);
        return definitions.isEmpty() ? union : new With(definitions, union);
    }
}
