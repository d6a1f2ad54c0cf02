package org.pgherd.shardplanner.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.PlannedExpr;
import org.pgherd.shardplanner.cost.Estimator;
import org.pgherd.shardplanner.deparse.PlanExprText;
import org.pgherd.shardplanner.distribution.CollatedCalls;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.Append;
import org.pgherd.shardplanner.plan.AskCall;
import org.pgherd.shardplanner.plan.AskShard;
import org.pgherd.shardplanner.plan.AskedRows;
import org.pgherd.shardplanner.plan.CollectKeys;
import org.pgherd.shardplanner.plan.CteDefinition;
import org.pgherd.shardplanner.plan.CteScan;
import org.pgherd.shardplanner.plan.Distinct;
import org.pgherd.shardplanner.plan.Filter;
import org.pgherd.shardplanner.plan.FunctionScan;
import org.pgherd.shardplanner.plan.Gate;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.Limit;
import org.pgherd.shardplanner.plan.Materialize;
import org.pgherd.shardplanner.plan.Memoize;
import org.pgherd.shardplanner.plan.MergeBranch;
import org.pgherd.shardplanner.plan.NestParameter;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
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
import org.pgherd.shardplanner.plan.TableFunction;
import org.pgherd.shardplanner.plan.TopN;
import org.pgherd.shardplanner.plan.Values;
import org.pgherd.shardplanner.plan.Why;
import org.pgherd.shardplanner.plan.WindowAgg;
import org.pgherd.shardplanner.plan.WindowCall;
import org.pgherd.shardplanner.plan.With;
import org.pgherd.shardplanner.plan.WorkTableScan;
import org.pgherd.shardplanner.plan.WriteColumn;
import org.pgherd.shardplanner.plan.WriteTarget;

/// What EXPLAIN says of each kind of node.
final class NodeText {
    private final PlanningFacts facts;
    private final ExplainOptions options;
    private final Explain.Actuals actuals;
    private final Estimator estimator;
    /// Subplans of the expressions of the node at hand.
    private List<ExplainNode> subPlans = new ArrayList<>();

    NodeText(PlanningFacts facts, ExplainOptions options, Explain.Actuals actuals) {
        this.facts = facts;
        this.options = options;
        this.actuals = actuals;
        this.estimator = new Estimator(facts.types());
    }

    ExplainNode of(PlanNode node) {
        List<ExplainNode> around = subPlans;
        subPlans = new ArrayList<>();
        NodeDescription description = new NodeDescription();
        describe(node, description);
        if (options.verbose()) {
            description.property(
                    "Columns", node.output().stream().map(PlanColumn::name).toList());
        }
        List<ExplainNode> own = subPlans;
        List<ExplainNode> children = new ArrayList<>();
        if (node instanceof With with) {
            for (CteDefinition definition : with.definitions()) {
                children.add(ExplainNode.around(
                        "CTE " + definition.name(),
                        Map.of("Node Type", "CTE", "CTE Name", definition.name()),
                        of(definition.plan())));
            }
            children.add(of(with.child()));
        } else {
            node.children().forEach(child -> children.add(of(child)));
        }
        children.addAll(own);
        subPlans = around;
        return new ExplainNode(
                description.title(),
                description.heading(),
                description.properties(),
                options.costs() ? estimator.of(node) : null,
                actuals.apply(node),
                children);
    }

    String expr(Expr expr, List<PlanColumn> outer) {
        return expr(expr, outer, List.of());
    }

    private String expr(Expr expr, List<PlanColumn> outer, List<PlanColumn> inner) {
        return PlanExprText.of(expr, outer, inner, planned -> subPlan(planned, outer, inner), facts);
    }

    private String subPlan(PlannedExpr planned, List<PlanColumn> outer, List<PlanColumn> inner) {
        if (planned instanceof AskedRows asked) {
            StringJoiner arguments = new StringJoiner(", ", asked.sql() + " (", ")");
            asked.arguments().forEach(argument -> arguments.add(expr(argument, outer, inner)));
            return arguments.toString();
        }
        if (!(planned instanceof SubPlanExpr sub)) {
            throw new AssertionError("planned expression " + planned);
        }
        ExplainNode plan = of(sub.plan());
        StringJoiner title = new StringJoiner(", ");
        for (int i = 0; i < sub.parameters().size(); i++) {
            title.add("$exec" + sub.parameters().get(i) + " = "
                    + expr(sub.values().get(i), outer, inner));
        }
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put("Node Type", "SubPlan");
        heading.put("Subplan Kind", sub.kind().toString());
        if (!sub.parameters().isEmpty()) {
            heading.put("Correlation", title.toString());
        }
        subPlans.add(ExplainNode.around(
                "SubPlan " + sub.kind() + (sub.parameters().isEmpty() ? "" : " (" + title + ")"), heading, plan));
        String test = sub.test() == null ? "" : " " + expr(sub.test(), outer, inner);
        return "(SubPlan " + sub.kind() + test + ")";
    }

    private void describe(PlanNode node, NodeDescription p) {
        switch (node) {
            case Remote r -> remote(r, p);
            case RemoteCall r -> {
                p.property("SQL", r.sql());
                p.title("Remote call  shards: " + shards(r.routing()), "Remote Call")
                        .heading("Shards", shardsValue(r.routing()));
            }
            case Project n -> {
                p.property("Output", list(n.expressions(), n.child().output()));
                p.title("Project");
            }
            case Filter n -> {
                p.property("Filter", conjunction(n.quals(), n.child().output(), List.of()));
                p.title("Filter");
            }
            case Gate n -> {
                p.property("One-Time Filter", conjunction(n.quals(), List.of(), List.of()));
                p.title("Result");
            }
            case RepartitionJoin n -> {
                p.property("Repartition Key", keys(n.keys(), n.outer(), n.inner()));
                p.property("SQL", n.sql());
                why(n.why(), p);
                p.title("Repartition" + join(n.kind()) + "  rung: repartition", "Repartition Join")
                        .heading("Join Type", kind(n.kind()))
                        .heading("Rung", "repartition");
            }
            case HashJoin n -> {
                p.property("Hash Cond", keys(n.keys(), n.outer(), n.inner()));
                joinFilter(n.quals(), n.outer(), n.inner(), p);
                p.title("Hash" + join(n.kind()), "Hash Join").heading("Join Type", kind(n.kind()));
            }
            case NestedLoop n -> {
                joinFilter(n.quals(), n.outer(), n.inner(), p);
                for (NestParameter parameter : n.parameters()) {
                    p.property(
                            "Set $exec" + parameter.parameter(),
                            n.outer().output().get(parameter.outerColumn() - 1).name());
                }
                p.title(n.kind() == JoinKind.INNER ? "Nested Loop" : "Nested Loop" + join(n.kind()), "Nested Loop")
                        .heading("Join Type", kind(n.kind()));
            }
            case Aggregate n -> aggregate(n, p);
            case WindowAgg n -> {
                p.property("Partition By", keys(n.partition(), n.child().output()));
                p.property("Order By", sort(n.order(), n.child().output()));
                StringJoiner calls = new StringJoiner(", ");
                for (WindowCall call : n.calls()) {
                    calls.add(facts.functionName(call.function()) + "("
                            + list(call.arguments(), n.child().output()) + ")");
                }
                p.property("Calls", calls.toString());
                p.title("WindowAgg");
            }
            case Sort n -> {
                p.property("Sort Key", sort(n.keys(), n.output()));
                p.title("Sort");
            }
            case TopN n -> {
                p.property("Sort Key", sort(n.keys(), n.output()));
                limit(n.count(), n.offset(), p);
                p.title("Top-N Sort");
            }
            case Limit n -> {
                limit(n.count(), n.offset(), p);
                if (!n.ties().isEmpty()) {
                    p.property("Ties", sort(n.ties(), n.output()));
                }
                p.title("Limit");
            }
            case Distinct n -> {
                p.property("Key", keys(n.keys(), n.output()));
                p.title(n.sorted() ? "Unique" : "Distinct");
            }
            case Append _ -> p.title("Append");
            case SetOp n ->
                p.title(n.kind() + (n.all() ? " ALL" : ""), "SetOp")
                        .heading("Command", n.kind().toString())
                        .heading("All", n.all());
            case RecursiveUnion n ->
                p.title("Recursive Union" + (n.distinctKeys().isEmpty() ? " ALL" : ""), "Recursive Union")
                        .heading("All", n.distinctKeys().isEmpty());
            case WorkTableScan _ -> p.title("WorkTable Scan");
            case With _ -> p.title("With");
            case CteScan n -> p.title("CTE Scan on " + n.name(), "CTE Scan").heading("CTE Name", n.name());
            case Values n -> {
                if (n.rows().size() == 1 && n.output().isEmpty()) {
                    p.title("Result");
                } else {
                    p.title("Values  rows: " + n.rows().size(), "Values")
                            .heading("Rows", n.rows().size());
                }
            }
            case FunctionScan n -> {
                StringJoiner calls = new StringJoiner(", ");
                for (TableFunction function : n.functions()) {
                    calls.add(expr(function.call(), List.of()));
                }
                p.property("Function Call", calls.toString());
                p.title("Function Scan" + (n.ordinality() ? " with ordinality" : ""), "Function Scan");
            }
            case ProjectSet n -> {
                p.property("Output", list(n.expressions(), n.child().output()));
                p.title("ProjectSet");
            }
            case Materialize _ -> p.title("Materialize");
            case Memoize _ -> p.title("Memoize");
            case CollectKeys n -> {
                p.property("Key", n.output().get(n.column() - 1).name());
                p.property("Parameter", "$exec" + n.parameter());
                p.property("At Most", n.limit());
                p.title("Collect Keys");
            }
            case AskShard n -> {
                StringJoiner calls = new StringJoiner(", ");
                for (AskCall call : n.calls()) {
                    calls.add(call.sql() + " of ("
                            + list(call.arguments(), n.child().output()) + ")");
                }
                p.property("Calls", calls.toString());
                p.title("Ask Shard  rung: ask", "Ask Shard").heading("Rung", "ask");
            }
            case ShardInsert n -> {
                p.property("Columns", written(n.columns()));
                if (!n.suffix().isEmpty()) {
                    p.property("Clauses", n.suffix());
                }
                why(n.why(), p);
                write("Insert", n.target(), n.why(), p);
            }
            case ShardUpdate n -> {
                p.property("Columns", written(n.columns()));
                if (!n.move().isEmpty()) {
                    p.property("Moves", "rows whose new shard key belongs to another shard");
                }
                why(n.why(), p);
                write("Update", n.target(), n.why(), p);
            }
            case ShardDelete n -> {
                why(n.why(), p);
                write("Delete", n.target(), n.why(), p);
            }
            case ShardMerge n -> {
                StringJoiner actions = new StringJoiner("; ");
                for (MergeBranch branch : n.branches()) {
                    boolean columns = !branch.columns().isEmpty();
                    actions.add(branch.kind() + (columns ? " " + written(branch.columns()) : ""));
                }
                p.property("Actions", actions.toString());
                why(n.why(), p);
                write("Merge", n.target(), n.why(), p);
            }
        }
    }

    private String keys(List<HashKey> pairs, PlanNode outer, PlanNode inner) {
        StringJoiner keys = new StringJoiner(" AND ");
        for (HashKey key : pairs) {
            keys.add("(" + expr(key.outer(), outer.output()) + " " + facts.operatorName(key.operator()) + " "
                    + expr(key.inner(), inner.output()) + ")");
        }
        return keys.toString();
    }

    private static void write(String command, WriteTarget target, Why why, NodeDescription p) {
        p.title(command + " on " + target.sqlName() + "  rung: " + why.rung().label(), command)
                .heading("Relation", target.sqlName())
                .heading("Rung", why.rung().label());
    }

    private void remote(Remote r, NodeDescription p) {
        String kind = r.replicated()
                ? "Reference"
                : switch (r.routing()) {
                    case Routing.AllShards _ -> "Scatter";
                    case Routing.AnyOne _ -> "Any";
                    case Routing.ByKey _ -> "EqualUnique";
                    case Routing.ByKeys _, Routing.Owners _ -> "In";
                    case Routing.Fixed fixed -> fixed.shards().size() <= 1 ? "EqualUnique" : "In";
                };
        p.property("SQL", r.sql());
        for (int i = 0; i < r.parameters().size(); i++) {
            String value = expr(r.parameters().get(i), List.of());
            if (!value.equals("$" + (i + 1))) {
                p.property("$" + (i + 1), value);
            }
        }
        if (!r.mergeOrder().isEmpty()) {
            p.property("Merge Key", sort(r.mergeOrder(), r.output()));
        }
        why(r.why(), p);
        p.title(
                        "Remote [" + kind + "]  shards: " + shards(r.routing()) + "  rung: "
                                + r.why().rung().label(),
                        "Remote")
                .heading("Routing", kind)
                .heading("Shards", shardsValue(r.routing()))
                .heading("Rung", r.why().rung().label());
    }

    private static void why(Why why, NodeDescription p) {
        if (!why.because().isEmpty()) {
            p.property("Why", why.because());
        }
        if (!why.notHigher().isEmpty()) {
            p.property("Not higher", why.notHigher());
        }
    }

    /// Numbers where they are known, else the words of the text form.
    private Object shardsValue(Routing routing) {
        if (!(routing instanceof Routing.Fixed fixed)) {
            return shards(routing);
        }
        return Arrays.stream(fixed.shards().toArray()).boxed().toList();
    }

    private String shards(Routing routing) {
        return switch (routing) {
            case Routing.AllShards _ -> "all";
            case Routing.AnyOne _ -> "any one";
            case Routing.Fixed fixed -> fixed.shards().toString();
            case Routing.ByKey key -> "owner of " + expr(key.key(), List.of());
            case Routing.ByKeys keys -> "owners of " + list(keys.keys(), List.of());
            case Routing.Owners owners -> "owners of " + expr(owners.keys(), List.of());
        };
    }

    private void aggregate(Aggregate n, NodeDescription p) {
        List<PlanColumn> input = n.child().output();
        if (!n.keys().isEmpty()) {
            p.property("Group Key", keys(n.keys(), input));
        }
        if (!n.groupingSets().isEmpty()) {
            p.property("Grouping Sets", n.groupingSets().toString());
        }
        StringJoiner calls = new StringJoiner(", ");
        for (AggregateCall call : n.calls()) {
            String text =
                    facts.functionName(call.function()) + "(" + (call.distinct().isEmpty() ? "" : "DISTINCT ")
                            + (call.arguments().isEmpty() ? "*" : list(call.arguments(), input)) + ")";
            calls.add(call.filter() == null ? text : text + " FILTER " + expr(call.filter(), input));
        }
        if (!n.calls().isEmpty()) {
            p.property("Calls", calls.toString());
        }
        p.title(
                        switch (n.strategy()) {
                            case PLAIN -> "Aggregate";
                            case HASH -> "HashAggregate";
                            case SORTED -> "GroupAggregate";
                        },
                        "Aggregate")
                .heading("Strategy", n.strategy().name().toLowerCase(Locale.ROOT));
    }

    /// As PostgreSQL's "Join Type".
    private static String kind(JoinKind kind) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String join(JoinKind kind) {
        return switch (kind) {
            case INNER -> " Join";
            case LEFT -> " Left Join";
            case RIGHT -> " Right Join";
            case FULL -> " Full Join";
            case SEMI -> " Semi Join";
            case ANTI -> " Anti Join";
        };
    }

    private void joinFilter(List<Expr> quals, PlanNode outer, PlanNode inner, NodeDescription p) {
        if (!quals.isEmpty()) {
            p.property("Join Filter", conjunction(quals, outer.output(), inner.output()));
        }
    }

    private void limit(@Nullable Expr count, @Nullable Expr offset, NodeDescription p) {
        if (count != null) {
            p.property("Count", expr(count, List.of()));
        }
        if (offset != null) {
            p.property("Offset", expr(offset, List.of()));
        }
    }

    private String conjunction(List<Expr> quals, List<PlanColumn> outer, List<PlanColumn> inner) {
        StringJoiner joiner = new StringJoiner(" AND ");
        quals.forEach(qual -> joiner.add(expr(qual, outer, inner)));
        return joiner.toString();
    }

    private String list(List<Expr> exprs, List<PlanColumn> outer) {
        StringJoiner joiner = new StringJoiner(", ");
        exprs.forEach(expr -> joiner.add(expr(expr, outer)));
        return joiner.toString();
    }

    private static String keys(List<GroupKey> keys, List<PlanColumn> columns) {
        StringJoiner joiner = new StringJoiner(", ");
        keys.forEach(key -> joiner.add(name(columns, key.column())));
        return joiner.toString();
    }

    private String sort(List<SortKey> keys, List<PlanColumn> columns) {
        StringJoiner joiner = new StringJoiner(", ");
        for (SortKey key : keys) {
            String direction = key.descending() ? " DESC" : "";
            String nulls =
                    key.nullsFirst() == key.descending() ? "" : key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
            String asked = CollatedCalls.isAsked(key.collation(), facts.types()) ? " (order asked of a shard)" : "";
            joiner.add(name(columns, key.column()) + direction + nulls + asked);
        }
        return joiner.toString();
    }

    private static String name(List<PlanColumn> columns, int position) {
        String name = columns.get(position - 1).name();
        return name.equals("?column?") ? "#" + position : name;
    }

    private static String written(List<WriteColumn> columns) {
        StringJoiner joiner = new StringJoiner(", ");
        columns.forEach(column -> joiner.add(column.sqlName()));
        return joiner.toString();
    }
}
