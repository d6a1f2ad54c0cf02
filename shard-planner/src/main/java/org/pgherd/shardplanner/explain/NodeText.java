package org.pgherd.shardplanner.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.PlannedExpr;
import org.pgherd.shardplanner.deparse.PlanExprText;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.AggregateCall;
import org.pgherd.shardplanner.plan.Append;
import org.pgherd.shardplanner.plan.AskCall;
import org.pgherd.shardplanner.plan.AskShard;
import org.pgherd.shardplanner.plan.CteDefinition;
import org.pgherd.shardplanner.plan.CteScan;
import org.pgherd.shardplanner.plan.Distinct;
import org.pgherd.shardplanner.plan.Filter;
import org.pgherd.shardplanner.plan.FunctionScan;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.Limit;
import org.pgherd.shardplanner.plan.Materialize;
import org.pgherd.shardplanner.plan.NestParameter;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Project;
import org.pgherd.shardplanner.plan.ProjectSet;
import org.pgherd.shardplanner.plan.RecursiveUnion;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.RemoteCall;
import org.pgherd.shardplanner.plan.Routing;
import org.pgherd.shardplanner.plan.SetOp;
import org.pgherd.shardplanner.plan.ShardDelete;
import org.pgherd.shardplanner.plan.ShardInsert;
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

/// What EXPLAIN says of each kind of node.
final class NodeText {
    private final PlanningFacts facts;
    private final Explain.Actuals actuals;
    /// Subplans of the expressions of the node at hand.
    private List<ExplainNode> subPlans = new ArrayList<>();

    NodeText(PlanningFacts facts, Explain.Actuals actuals) {
        this.facts = facts;
        this.actuals = actuals;
    }

    ExplainNode of(PlanNode node) {
        List<ExplainNode> around = subPlans;
        subPlans = new ArrayList<>();
        Map<String, String> properties = new LinkedHashMap<>();
        String title = describe(node, properties);
        properties.putAll(actuals.apply(node));
        List<ExplainNode> own = subPlans;
        List<ExplainNode> children = new ArrayList<>();
        if (node instanceof With with) {
            for (CteDefinition definition : with.definitions()) {
                children.add(new ExplainNode("CTE " + definition.name(), Map.of(), List.of(of(definition.plan()))));
            }
            children.add(of(with.child()));
        } else {
            node.children().forEach(child -> children.add(of(child)));
        }
        children.addAll(own);
        subPlans = around;
        return new ExplainNode(title, properties, children);
    }

    String expr(Expr expr, List<PlanColumn> outer) {
        return expr(expr, outer, List.of());
    }

    private String expr(Expr expr, List<PlanColumn> outer, List<PlanColumn> inner) {
        return PlanExprText.of(expr, outer, inner, planned -> subPlan(planned, outer, inner), facts);
    }

    private String subPlan(PlannedExpr planned, List<PlanColumn> outer, List<PlanColumn> inner) {
        if (!(planned instanceof SubPlanExpr sub)) {
            throw new AssertionError("planned expression " + planned);
        }
        ExplainNode plan = of(sub.plan());
        StringJoiner title = new StringJoiner(", ");
        for (int i = 0; i < sub.parameters().size(); i++) {
            title.add("$exec" + sub.parameters().get(i) + " = "
                    + expr(sub.values().get(i), outer, inner));
        }
        subPlans.add(new ExplainNode(
                "SubPlan " + sub.kind() + (sub.parameters().isEmpty() ? "" : " (" + title + ")"),
                Map.of(),
                List.of(plan)));
        String test = sub.test() == null ? "" : " " + expr(sub.test(), outer, inner);
        return "(SubPlan " + sub.kind() + test + ")";
    }

    private String describe(PlanNode node, Map<String, String> p) {
        return switch (node) {
            case Remote r -> remote(r, p);
            case RemoteCall r -> {
                p.put("SQL", r.sql());
                yield "Remote call  shards: " + shards(r.routing());
            }
            case Project n -> {
                p.put("Output", list(n.expressions(), n.child().output()));
                yield "Project";
            }
            case Filter n -> {
                p.put("Filter", conjunction(n.quals(), n.child().output(), List.of()));
                yield "Filter";
            }
            case HashJoin n -> {
                StringJoiner keys = new StringJoiner(" AND ");
                for (HashKey key : n.keys()) {
                    keys.add("(" + expr(key.outer(), n.outer().output()) + " " + facts.operatorName(key.operator())
                            + " " + expr(key.inner(), n.inner().output()) + ")");
                }
                p.put("Hash Cond", keys.toString());
                joinFilter(n.quals(), n.outer(), n.inner(), p);
                yield "Hash" + join(n.kind());
            }
            case NestedLoop n -> {
                joinFilter(n.quals(), n.outer(), n.inner(), p);
                for (NestParameter parameter : n.parameters()) {
                    p.put(
                            "Set $exec" + parameter.parameter(),
                            n.outer().output().get(parameter.outerColumn() - 1).name());
                }
                yield n.kind() == JoinKind.INNER ? "Nested Loop" : "Nested Loop" + join(n.kind());
            }
            case Aggregate n -> aggregate(n, p);
            case WindowAgg n -> {
                p.put("Partition By", keys(n.partition(), n.child().output()));
                p.put("Order By", sort(n.order(), n.child().output()));
                StringJoiner calls = new StringJoiner(", ");
                for (WindowCall call : n.calls()) {
                    calls.add(facts.functionName(call.function()) + "("
                            + list(call.arguments(), n.child().output()) + ")");
                }
                p.put("Calls", calls.toString());
                p.values().removeIf(String::isEmpty);
                yield "WindowAgg";
            }
            case Sort n -> {
                p.put("Sort Key", sort(n.keys(), n.output()));
                yield "Sort";
            }
            case TopN n -> {
                p.put("Sort Key", sort(n.keys(), n.output()));
                limit(n.count(), n.offset(), p);
                yield "Top-N Sort";
            }
            case Limit n -> {
                limit(n.count(), n.offset(), p);
                if (!n.ties().isEmpty()) {
                    p.put("Ties", sort(n.ties(), n.output()));
                }
                yield "Limit";
            }
            case Distinct n -> {
                p.put("Key", keys(n.keys(), n.output()));
                yield n.sorted() ? "Unique" : "Distinct";
            }
            case Append _ -> "Append";
            case SetOp n -> n.kind() + (n.all() ? " ALL" : "");
            case RecursiveUnion n -> "Recursive Union" + (n.distinctKeys().isEmpty() ? " ALL" : "");
            case WorkTableScan _ -> "WorkTable Scan";
            case With _ -> "With";
            case CteScan n -> "CTE Scan on " + n.name();
            case Values n ->
                n.rows().size() == 1 && n.output().isEmpty()
                        ? "Result"
                        : "Values  rows: " + n.rows().size();
            case FunctionScan n -> {
                StringJoiner calls = new StringJoiner(", ");
                for (TableFunction function : n.functions()) {
                    calls.add(expr(function.call(), List.of()));
                }
                p.put("Function Call", calls.toString());
                yield "Function Scan" + (n.ordinality() ? " with ordinality" : "");
            }
            case ProjectSet n -> {
                p.put("Output", list(n.expressions(), n.child().output()));
                yield "ProjectSet";
            }
            case Materialize _ -> "Materialize";
            case AskShard n -> {
                StringJoiner calls = new StringJoiner(", ");
                for (AskCall call : n.calls()) {
                    calls.add(call.sql() + " of ("
                            + list(call.arguments(), n.child().output()) + ")");
                }
                p.put("Calls", calls.toString());
                yield "Ask Shard  rung: ask";
            }
            case ShardInsert n -> {
                p.put("Columns", written(n.columns()));
                if (!n.suffix().isEmpty()) {
                    p.put("Clauses", n.suffix());
                }
                why(n.why(), p);
                yield "Insert on " + n.target().sqlName() + "  rung: "
                        + n.why().rung().label();
            }
            case ShardUpdate n -> {
                p.put("Columns", written(n.columns()));
                if (!n.move().isEmpty()) {
                    p.put("Moves", "rows whose new shard key belongs to another shard");
                }
                why(n.why(), p);
                yield "Update on " + n.target().sqlName() + "  rung: "
                        + n.why().rung().label();
            }
            case ShardDelete n -> {
                why(n.why(), p);
                yield "Delete on " + n.target().sqlName() + "  rung: "
                        + n.why().rung().label();
            }
        };
    }

    private String remote(Remote r, Map<String, String> p) {
        String kind = r.replicated()
                ? "Reference"
                : switch (r.routing()) {
                    case Routing.AllShards _ -> "Scatter";
                    case Routing.AnyOne _ -> "Any";
                    case Routing.ByKey _ -> "EqualUnique";
                    case Routing.ByKeys _ -> "In";
                    case Routing.Fixed fixed -> fixed.shards().size() <= 1 ? "EqualUnique" : "In";
                };
        p.put("SQL", r.sql());
        for (int i = 0; i < r.parameters().size(); i++) {
            String value = expr(r.parameters().get(i), List.of());
            if (!value.equals("$" + (i + 1))) {
                p.put("$" + (i + 1), value);
            }
        }
        if (!r.mergeOrder().isEmpty()) {
            p.put("Merge Key", sort(r.mergeOrder(), r.output()));
        }
        why(r.why(), p);
        return "Remote [" + kind + "]  shards: " + shards(r.routing()) + "  rung: "
                + r.why().rung().label();
    }

    private static void why(Why why, Map<String, String> p) {
        if (!why.because().isEmpty()) {
            p.put("Why", why.because());
        }
        if (!why.notHigher().isEmpty()) {
            p.put("Not higher", why.notHigher());
        }
    }

    private String shards(Routing routing) {
        return switch (routing) {
            case Routing.AllShards _ -> "all";
            case Routing.AnyOne _ -> "any one";
            case Routing.Fixed fixed -> fixed.shards().toString();
            case Routing.ByKey key -> "owner of " + expr(key.key(), List.of());
            case Routing.ByKeys keys -> "owners of " + list(keys.keys(), List.of());
        };
    }

    private String aggregate(Aggregate n, Map<String, String> p) {
        List<PlanColumn> input = n.child().output();
        if (!n.keys().isEmpty()) {
            p.put("Group Key", keys(n.keys(), input));
        }
        if (!n.groupingSets().isEmpty()) {
            p.put("Grouping Sets", n.groupingSets().toString());
        }
        StringJoiner calls = new StringJoiner(", ");
        for (AggregateCall call : n.calls()) {
            String text =
                    facts.functionName(call.function()) + "(" + (call.distinct().isEmpty() ? "" : "DISTINCT ")
                            + (call.arguments().isEmpty() ? "*" : list(call.arguments(), input)) + ")";
            calls.add(call.filter() == null ? text : text + " FILTER " + expr(call.filter(), input));
        }
        if (!n.calls().isEmpty()) {
            p.put("Calls", calls.toString());
        }
        return switch (n.strategy()) {
            case PLAIN -> "Aggregate";
            case HASH -> "HashAggregate";
            case SORTED -> "GroupAggregate";
        };
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

    private void joinFilter(List<Expr> quals, PlanNode outer, PlanNode inner, Map<String, String> p) {
        if (!quals.isEmpty()) {
            p.put("Join Filter", conjunction(quals, outer.output(), inner.output()));
        }
    }

    private void limit(@Nullable Expr count, @Nullable Expr offset, Map<String, String> p) {
        if (count != null) {
            p.put("Count", expr(count, List.of()));
        }
        if (offset != null) {
            p.put("Offset", expr(offset, List.of()));
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

    private static String sort(List<SortKey> keys, List<PlanColumn> columns) {
        StringJoiner joiner = new StringJoiner(", ");
        for (SortKey key : keys) {
            String direction = key.descending() ? " DESC" : "";
            String nulls =
                    key.nullsFirst() == key.descending() ? "" : key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
            joiner.add(name(columns, key.column()) + direction + nulls);
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
