package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.semantics.type.SqlType;

/// One column of a node's output; the type carries modifier and collation.
///
/// @param fields names of the fields of anonymous records that a shard hands over without them; else empty
public record PlanColumn(String name, SqlType type, List<String> fields) {
    public PlanColumn {
        fields = List.copyOf(fields);
    }

    public PlanColumn(String name, SqlType type) {
        this(name, type, List.of());
    }
}
