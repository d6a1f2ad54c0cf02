package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A key of PARTITION BY.
public record PartitionElem(
        @Nullable String name, @Nullable Expr expr, List<String> collation, List<String> opclass, Position at)
        implements Node {
    public PartitionElem {
        collation = List.copyOf(collation);
        opclass = List.copyOf(opclass);
    }
}
