package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// CLUSTER.
public record ClusterStmt(
        @Nullable RangeVar relation, @Nullable String indexname, List<DefElem> params, Position at)
        implements UtilityStatement {
    public ClusterStmt {
        params = List.copyOf(params);
    }
}
