package org.pgherd.shardplanner.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.InitPlan;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.SingleValue;

/// Renders a plan as PostgreSQL renders its own: one line per node, indented, properties below.
public final class Explain {
    private Explain() {}

    /// Measured facts of a node (EXPLAIN ANALYZE), shown after its title; empty if there are none.
    public interface Actuals extends Function<PlanNode, Map<String, String>> {
        Actuals NONE = _ -> Map.of();
    }

    /// Lines of EXPLAIN (SHARDED, FORMAT TEXT).
    public static List<String> text(PlannedStatement statement, PlanningFacts facts, Actuals actuals) {
        List<String> lines = new ArrayList<>();
        ExplainNode root = tree(statement, facts, actuals);
        lines.add(header(statement));
        write(root, 0, true, lines);
        return lines;
    }

    private static String header(PlannedStatement statement) {
        return statement.command() + "  rung: " + statement.rung().label() + "  "
                + (statement.writes() ? "writes" : "reads only") + "  isolation: " + statement.isolation();
    }

    private static void write(ExplainNode node, int indent, boolean top, List<String> lines) {
        String pad = " ".repeat(indent);
        lines.add(top ? pad + node.title() : pad + "->  " + node.title());
        int below = top ? indent + 2 : indent + 6;
        node.properties().forEach((name, value) -> lines.add(" ".repeat(below) + name + ": " + value));
        for (ExplainNode child : node.children()) {
            write(child, below, false, lines);
        }
    }

    /// EXPLAIN (SHARDED, FORMAT JSON): an array of one statement; properties are strings.
    public static String json(PlannedStatement statement, PlanningFacts facts, Actuals actuals) {
        StringBuilder out = new StringBuilder("[\n  {\n");
        out.append("    \"Command\": ")
                .append(quoted(statement.command().name()))
                .append(",\n");
        out.append("    \"Rung\": ").append(quoted(statement.rung().label())).append(",\n");
        out.append("    \"Writes\": ").append(statement.writes()).append(",\n");
        out.append("    \"Isolation\": ").append(quoted(statement.isolation())).append(",\n");
        out.append("    \"Plan\": ");
        write(tree(statement, facts, actuals), 4, out);
        return out.append("\n  }\n]").toString();
    }

    private static void write(ExplainNode node, int indent, StringBuilder out) {
        String pad = " ".repeat(indent + 2);
        out.append("{\n").append(pad).append("\"Node\": ").append(quoted(node.title()));
        node.properties()
                .forEach((name, value) -> out.append(",\n")
                        .append(pad)
                        .append(quoted(name))
                        .append(": ")
                        .append(quoted(value)));
        if (!node.children().isEmpty()) {
            out.append(",\n").append(pad).append("\"Plans\": [");
            StringJoiner children = new StringJoiner(", ");
            for (ExplainNode child : node.children()) {
                StringBuilder inner = new StringBuilder();
                write(child, indent + 2, inner);
                children.add(inner);
            }
            out.append(children).append(']');
        }
        out.append('\n').append(" ".repeat(indent)).append('}');
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /// The statement's tree, init plans and single values below its root.
    public static ExplainNode tree(PlannedStatement statement, PlanningFacts facts, Actuals actuals) {
        NodeText text = new NodeText(facts, actuals);
        ExplainNode root = text.of(statement.root());
        if (statement.initPlans().isEmpty() && statement.singleValues().isEmpty()) {
            return root;
        }
        Map<String, String> properties = new LinkedHashMap<>(root.properties());
        for (SingleValue value : statement.singleValues()) {
            properties.put("Once $exec" + value.parameter(), text.expr(value.expression(), List.of()));
        }
        List<ExplainNode> children = new ArrayList<>();
        for (InitPlan plan : statement.initPlans()) {
            ExplainNode below = text.of(plan.plan());
            children.add(new ExplainNode(
                    "InitPlan " + plan.value() + " $exec" + plan.parameter(), Map.of(), List.of(below)));
        }
        children.addAll(root.children());
        return new ExplainNode(root.title(), properties, children);
    }
}
