package org.pgherd.shardplanner.plan;

import java.util.ArrayList;
import java.util.List;

/// Defines common table expressions for [CteScan]s anywhere in `child` and in later definitions, subplans included.
/// Each is run at most once per run of this node, when its first scan asks for rows; those that write are run to
/// their end even if no one scans them.
public record With(List<CteDefinition> definitions, PlanNode child) implements PlanNode {
    public With {
        definitions = List.copyOf(definitions);
    }

    @Override
    public List<PlanColumn> output() {
        return child.output();
    }

    /// The definitions' plans in order, then the main child.
    @Override
    public List<PlanNode> children() {
        List<PlanNode> all = new ArrayList<>();
        for (CteDefinition definition : definitions) {
            all.add(definition.plan());
        }
        all.add(child);
        return List.copyOf(all);
    }
}
