package org.pgherd.analyzer.query;

import java.util.List;

/// A range variable's name and its columns' names.
/// A dropped column keeps its place under the name "".
public record Alias(String name, List<String> columnNames) {
    public Alias {
        columnNames = List.copyOf(columnNames);
    }
}
