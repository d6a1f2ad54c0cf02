package org.pgherd.shardplanner.validate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.Append;
import org.pgherd.shardplanner.plan.AskCall;
import org.pgherd.shardplanner.plan.AskShard;
import org.pgherd.shardplanner.plan.CollectKeys;
import org.pgherd.shardplanner.plan.CteScan;
import org.pgherd.shardplanner.plan.Distinct;
import org.pgherd.shardplanner.plan.Filter;
import org.pgherd.shardplanner.plan.FunctionScan;
import org.pgherd.shardplanner.plan.Gate;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.InitPlan;
import org.pgherd.shardplanner.plan.Limit;
import org.pgherd.shardplanner.plan.Materialize;
import org.pgherd.shardplanner.plan.Memoize;
import org.pgherd.shardplanner.plan.MergeBranch;
import org.pgherd.shardplanner.plan.NestParameter;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Project;
import org.pgherd.shardplanner.plan.ProjectSet;
import org.pgherd.shardplanner.plan.RecursiveUnion;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.RemoteCall;
import org.pgherd.shardplanner.plan.RepartitionJoin;
import org.pgherd.shardplanner.plan.Routing;
import org.pgherd.shardplanner.plan.SetOp;
import org.pgherd.shardplanner.plan.ShardDelete;
import org.pgherd.shardplanner.plan.ShardInsert;
import org.pgherd.shardplanner.plan.ShardMerge;
import org.pgherd.shardplanner.plan.ShardUpdate;
import org.pgherd.shardplanner.plan.Sort;
import org.pgherd.shardplanner.plan.SortKey;
import org.pgherd.shardplanner.plan.SubPlanExpr;
import org.pgherd.shardplanner.plan.TopN;
import org.pgherd.shardplanner.plan.Values;
import org.pgherd.shardplanner.plan.WindowAgg;
import org.pgherd.shardplanner.plan.WindowCall;
import org.pgherd.shardplanner.plan.With;
import org.pgherd.shardplanner.plan.WorkTableScan;

/// Every column that an expression reads exists in the child and has the type that the expression believes;
/// nothing that
/// planning should have replaced is left; parameters that leave for shards read no rows; set operations are of
/// one type.
public final class PlanValidator {
    private final List<String> faults = new ArrayList<>();

    private PlanValidator() {}

    /// The faults found, none for a sound plan.
    public static List<String> faults(PlannedStatement statement) {
        PlanValidator validator = new PlanValidator();
        validator.node(statement.root());
        for (InitPlan plan : statement.initPlans()) {
            validator.node(plan.plan());
        }
        statement.singleValues().forEach(value -> validator.constant("single value", value.expression()));
        return validator.faults;
    }

    private void node(PlanNode node) {
        node.children().forEach(this::node);
        switch (node) {
            case Remote n -> {
                n.parameters().forEach(p -> constant("Remote parameter", p));
                routing(n.routing());
                sort("merge", n.mergeOrder(), n.output());
            }
            case RemoteCall n -> routing(n.routing());
            case Project n -> {
                for (int i = 0; i < n.expressions().size(); i++) {
                    expr("Project", n.expressions().get(i), n.child().output(), List.of());
                    type("Project", n.expressions().get(i), n.output().get(i));
                }
            }
            case Filter n ->
                n.quals().forEach(qual -> expr("Filter", qual, n.child().output(), List.of()));
            case Gate n -> n.quals().forEach(qual -> constant("one-time filter", qual));
            case RepartitionJoin n -> {
                for (HashKey key : n.keys()) {
                    expr("repartition key", key.outer(), n.outer().output(), List.of());
                    expr("repartition key", key.inner(), n.inner().output(), List.of());
                }
            }
            case HashJoin n -> {
                for (HashKey key : n.keys()) {
                    expr("hash key", key.outer(), n.outer().output(), List.of());
                    expr("hash key", key.inner(), n.inner().output(), List.of());
                }
                n.quals()
                        .forEach(qual -> expr(
                                "join filter",
                                qual,
                                n.outer().output(),
                                n.inner().output()));
            }
            case NestedLoop n -> {
                n.quals()
                        .forEach(qual -> expr(
                                "join filter",
                                qual,
                                n.outer().output(),
                                n.inner().output()));
                for (NestParameter parameter : n.parameters()) {
                    column("nest parameter", parameter.outerColumn(), n.outer().output());
                }
            }
            case Aggregate n -> {
                keys("group key", n.keys(), n.child().output());
                for (AggregateCall call : n.calls()) {
                    call.arguments().forEach(a -> expr("aggregate", a, n.child().output(), List.of()));
                    call.directArguments()
                            .forEach(a -> expr("aggregate", a, n.child().output(), List.of()));
                    optional("FILTER", call.filter(), n.child().output());
                }
                for (List<Integer> set : n.groupingSets()) {
                    set.forEach(index -> require(index >= 0 && index < n.keys().size(), "grouping set index " + index));
                }
            }
            case WindowAgg n -> {
                keys("partition", n.partition(), n.child().output());
                sort("window order", n.order(), n.child().output());
                for (WindowCall call : n.calls()) {
                    call.arguments()
                            .forEach(a -> expr("window call", a, n.child().output(), List.of()));
                    optional("FILTER", call.filter(), n.child().output());
                }
            }
            case Sort n -> sort("Sort", n.keys(), n.output());
            case TopN n -> {
                sort("TopN", n.keys(), n.output());
                constant("LIMIT", n.count());
            }
            case Limit n -> {
                if (n.count() != null) {
                    constant("LIMIT", n.count());
                }
                if (n.offset() != null) {
                    constant("OFFSET", n.offset());
                }
                sort("ties", n.ties(), n.output());
            }
            case Distinct n -> keys("DISTINCT", n.keys(), n.output());
            case Append n -> n.children().forEach(child -> sameTypes("Append", child.output(), n.output()));
            case SetOp n -> {
                sameTypes(n.kind().name(), n.left().output(), n.output());
                sameTypes(n.kind().name(), n.right().output(), n.output());
                keys("set operation", n.keys(), n.output());
            }
            case RecursiveUnion n -> {
                sameTypes("recursive start", n.start().output(), n.output());
                sameTypes("recursive step", n.step().output(), n.output());
            }
            case Values n -> n.rows().forEach(row -> row.forEach(value -> constant("VALUES", value)));
            case FunctionScan n -> n.functions().forEach(f -> constant("function", f.call()));
            case ProjectSet n ->
                n.expressions().forEach(e -> expr("ProjectSet", e, n.child().output(), List.of()));
            case AskShard n -> {
                for (AskCall call : n.calls()) {
                    call.arguments().forEach(a -> expr("ask", a, n.child().output(), List.of()));
                }
            }
            case ShardInsert n -> {
                n.columns().forEach(c -> column("INSERT", c.source(), n.child().output()));
                n.suffixParameters().forEach(p -> constant("INSERT clause", p));
            }
            case ShardUpdate n -> {
                n.columns().forEach(c -> column("UPDATE", c.source(), n.child().output()));
                n.move().forEach(c -> column("UPDATE", c.source(), n.child().output()));
                column("UPDATE", n.shardColumn(), n.child().output());
                column("UPDATE", n.ctidColumn(), n.child().output());
            }
            case ShardDelete n -> {
                column("DELETE", n.shardColumn(), n.child().output());
                column("DELETE", n.ctidColumn(), n.child().output());
            }
            case ShardMerge n -> {
                column("MERGE", n.actionColumn(), n.child().output());
                column("MERGE", n.shardColumn(), n.child().output());
                n.identity().forEach(c -> column("MERGE", c.source(), n.child().output()));
                for (MergeBranch branch : n.branches()) {
                    branch.columns()
                            .forEach(c -> column("MERGE", c.source(), n.child().output()));
                    branch.move()
                            .forEach(c -> column("MERGE", c.source(), n.child().output()));
                }
            }
            case CollectKeys n -> column("keys", n.column(), n.child().output());
            case With _, CteScan _, WorkTableScan _, Materialize _, Memoize _ -> {}
        }
    }

    private void routing(Routing routing) {
        switch (routing) {
            case Routing.ByKey key -> constant("routing key", key.key());
            case Routing.ByKeys keys -> keys.keys().forEach(key -> constant("routing key", key));
            case Routing.Owners owners -> constant("routing keys", owners.keys());
            case Routing.AllShards _, Routing.AnyOne _, Routing.Fixed _ -> {}
        }
    }

    private void constant(String where, Expr expr) {
        expr(where, expr, List.of(), List.of());
    }

    private void optional(String where, @Nullable Expr expr, List<PlanColumn> outer) {
        if (expr != null) {
            expr(where, expr, outer, List.of());
        }
    }

    private void expr(String where, Expr expr, List<PlanColumn> outer, List<PlanColumn> inner) {
        ExprWalk.forEach(expr, e -> {
            switch (e) {
                case Var var -> {
                    require(var.levelsUp() == 0, where + ": a column of a query around");
                    require(
                            var.varno() == Var.OUTER || var.varno() == Var.INNER,
                            where + ": an unresolved column " + var);
                    List<PlanColumn> columns = var.varno() == Var.INNER ? inner : outer;
                    if (column(where, var.attno(), columns)) {
                        type(where, var, columns.get(var.attno() - 1));
                    }
                }
                case SubLink _ -> faults.add(where + ": a subquery that was not planned");
                case Aggref a -> faults.add(where + ": an aggregate that is not computed below: " + a.name());
                case WindowFunc w -> faults.add(where + ": a window function that is not computed below: " + w.name());
                case Param p -> require(p.kind() != Param.Kind.MULTIEXPR, where + ": an unplanned row assignment");
                case SubPlanExpr sub -> node(sub.plan());
                default -> {}
            }
        });
    }

    private boolean column(String where, int position, List<PlanColumn> columns) {
        return require(
                position >= 1 && position <= columns.size(), where + ": column " + position + " of " + columns.size());
    }

    private void type(String where, Expr expr, PlanColumn column) {
        require(
                expr.type().oid() == column.type().oid(),
                where + ": type " + expr.type().oid() + " read as column " + column);
    }

    private void keys(String where, List<GroupKey> keys, List<PlanColumn> columns) {
        for (GroupKey key : keys) {
            if (column(where, key.column(), columns)) {
                require(key.type().oid() == columns.get(key.column() - 1).type().oid(), where + ": type of key " + key);
                require(key.equality() != 0, where + ": no equality operator for " + key);
            }
        }
    }

    private void sort(String where, List<SortKey> keys, List<PlanColumn> columns) {
        for (SortKey key : keys) {
            if (column(where, key.column(), columns)) {
                require(key.type().oid() == columns.get(key.column() - 1).type().oid(), where + ": type of key " + key);
            }
        }
    }

    private void sameTypes(String where, List<PlanColumn> actual, List<PlanColumn> wanted) {
        if (require(actual.size() == wanted.size(), where + ": number of columns")) {
            for (int i = 0; i < actual.size(); i++) {
                require(
                        actual.get(i).type().oid() == wanted.get(i).type().oid(),
                        where + ": type of column " + (i + 1));
            }
        }
    }

    private boolean require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
        return holds;
    }
}
