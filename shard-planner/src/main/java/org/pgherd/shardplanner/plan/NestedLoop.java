package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Joins by running the inner child for each outer row, with `parameters` set from that row.
/// Without parameters the inner child yields the same rows each time and may be kept.
///
/// @param quals conditions of the match (part of ON): Vars OUTER and INNER
public record NestedLoop(
        JoinKind kind, PlanNode outer, PlanNode inner, List<Expr> quals, List<NestParameter> parameters)
        implements PlanNode {
    public NestedLoop {
        quals = List.copyOf(quals);
        parameters = List.copyOf(parameters);
    }

    /// Of a full join that cannot be one.
    public static SqlException fullJoinUnsupported() {
        return new SqlException(
                SqlState.FEATURE_NOT_SUPPORTED,
                "FULL JOIN is only supported with merge-joinable or hash-joinable join conditions");
    }

    @Override
    public List<PlanColumn> output() {
        return HashJoin.columns(kind, outer, inner);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(outer, inner);
    }
}
