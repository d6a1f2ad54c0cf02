package org.pgherd.shardplanner.explain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.shardplanner.cost.Estimate;

/// One node as it is shown, whatever the format.
///
/// @param title what stands on the node's own line of the text
/// @param heading the same for structured formats, by name
/// @param properties in the order in which they are shown: strings, numbers, booleans, lists of them
/// @param children inputs, then subplans
public record ExplainNode(
        String title,
        Map<String, Object> heading,
        Map<String, Object> properties,
        @Nullable Estimate estimate,
        @Nullable Measured measured,
        List<ExplainNode> children) {
    public ExplainNode {
        children = List.copyOf(children);
    }

    /// A label over a plan that is no input: of a WITH query, an init plan, a subplan.
    static ExplainNode around(String title, Map<String, Object> heading, ExplainNode plan) {
        return new ExplainNode(title, heading, Map.of(), null, null, List.of(plan));
    }
}
