package org.pgherd.shardplanner.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is said of one node, as it is put together.
final class NodeDescription {
    private String title = "";
    private final Map<String, Object> heading = new LinkedHashMap<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();

    /// A node whose line in the text is its type.
    NodeDescription title(String type) {
        return title(type, type);
    }

    /// @param line what stands in the text
    /// @param type of the structured formats; what else the line says must follow as [#heading]
    NodeDescription title(String line, String type) {
        title = line;
        heading.put("Node Type", type);
        return this;
    }

    NodeDescription heading(String name, Object value) {
        heading.put(name, value);
        return this;
    }

    /// Empty values are left out.
    NodeDescription property(String name, Object value) {
        boolean empty =
                value instanceof String text && text.isEmpty() || value instanceof List<?> list && list.isEmpty();
        if (!empty) {
            properties.put(name, value);
        }
        return this;
    }

    String title() {
        return title;
    }

    Map<String, Object> heading() {
        return heading;
    }

    Map<String, Object> properties() {
        return properties;
    }
}
