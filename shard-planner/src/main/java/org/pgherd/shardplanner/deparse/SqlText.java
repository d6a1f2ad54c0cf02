package org.pgherd.shardplanner.deparse;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// A statement for shards and the expressions of its `$1`.. in order.
public record SqlText(String sql, List<Expr> parameters) {
    public SqlText {
        parameters = List.copyOf(parameters);
    }
}
