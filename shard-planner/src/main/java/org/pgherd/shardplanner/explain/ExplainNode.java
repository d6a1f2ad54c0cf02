package org.pgherd.shardplanner.explain;

import java.util.List;
import java.util.Map;

/// One node as it is shown, whatever the format.
///
/// @param title what stands on the node's own line
/// @param properties in the order in which they are shown
/// @param children inputs, then subplans
public record ExplainNode(String title, Map<String, String> properties, List<ExplainNode> children) {
    public ExplainNode {
        children = List.copyOf(children);
    }
}
