package org.pgherd.shardplanner.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.plan.InitPlan;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.SingleValue;

/// Shows a plan in PostgreSQL's shapes: lines of text, JSON, YAML, XML; and as a page.
public final class Explain {
    private Explain() {}

    /// What EXPLAIN ANALYZE measured of a node; null for one that never ran.
    public interface Actuals extends Function<PlanNode, @Nullable Measured> {
        Actuals NONE = _ -> null;
    }

    /// Lines of text; of the other formats one text with line ends.
    public static List<String> lines(ExplainedStatement statement, ExplainFormat format) {
        return switch (format) {
            case TEXT -> TextForm.lines(statement);
            case JSON -> List.of(JsonForm.of(List.of(Document.of(statement))));
            case YAML -> List.of(YamlForm.of(List.of(Document.of(statement))));
            case XML -> List.of(XmlForm.of(Document.of(statement)));
            case HTML -> List.of(HtmlPage.of(statement));
        };
    }

    /// @param remarks see [ExplainedStatement]
    /// @param query the statement's text, empty if not at hand
    public static ExplainedStatement statement(
            PlannedStatement statement,
            PlanningFacts facts,
            ExplainOptions options,
            Actuals actuals,
            Map<String, Object> remarks,
            String query) {
        String header = statement.command() + "  rung: " + statement.rung().label() + "  "
                + (statement.writes() ? "writes" : "reads only") + "  isolation: " + statement.isolation();
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put("Command", statement.command().toString());
        heading.put("Rung", statement.rung().label());
        heading.put("Writes", statement.writes());
        heading.put("Isolation", statement.isolation());
        return new ExplainedStatement(
                header, heading, tree(statement, new NodeText(facts, options, actuals)), remarks, query);
    }

    /// The statement's tree, init plans and single values below its root.
    private static ExplainNode tree(PlannedStatement statement, NodeText text) {
        ExplainNode root = text.of(statement.root());
        if (statement.initPlans().isEmpty() && statement.singleValues().isEmpty()) {
            return root;
        }
        Map<String, Object> properties = new LinkedHashMap<>(root.properties());
        for (SingleValue value : statement.singleValues()) {
            properties.put("Once $exec" + value.parameter(), text.expr(value.expression(), List.of()));
        }
        List<ExplainNode> children = new ArrayList<>();
        for (InitPlan plan : statement.initPlans()) {
            Map<String, Object> heading = new LinkedHashMap<>();
            heading.put("Node Type", "InitPlan");
            heading.put("Subplan Kind", plan.value().toString());
            heading.put("Parameter", "$exec" + plan.parameter());
            children.add(ExplainNode.around(
                    "InitPlan " + plan.value() + " $exec" + plan.parameter(), heading, text.of(plan.plan())));
        }
        children.addAll(root.children());
        return new ExplainNode(root.title(), root.heading(), properties, root.estimate(), root.measured(), children);
    }
}
