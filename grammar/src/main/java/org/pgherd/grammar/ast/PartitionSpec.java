package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// PARTITION BY.
public record PartitionSpec(PartitionStrategy strategy, List<PartitionElem> partParams, Position at) implements Node {
    public PartitionSpec {
        partParams = List.copyOf(partParams);
    }
}
