package org.pgherd.shardplanner.plan;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// Joins by hashing the inner child's rows. A NULL in a key matches nothing.
///
/// @param keys pairs that must be equal; never empty
/// @param rows estimated rows of the result, negative if unknown
/// @param quals further conditions of the match (part of ON): Vars OUTER and INNER
public record HashJoin(JoinKind kind, PlanNode outer, PlanNode inner, List<HashKey> keys, List<Expr> quals, double rows)
        implements PlanNode {
    /// Of which nobody knows how many rows it yields.
    public HashJoin(JoinKind kind, PlanNode outer, PlanNode inner, List<HashKey> keys, List<Expr> quals) {
        this(kind, outer, inner, keys, quals, -1);
    }

    public HashJoin {
        keys = List.copyOf(keys);
        quals = List.copyOf(quals);
        if (keys.isEmpty()) {
            throw new AssertionError("HashJoin without keys");
        }
    }

    @Override
    public List<PlanColumn> output() {
        return columns(kind, outer, inner);
    }

    @Override
    public List<PlanNode> children() {
        return List.of(outer, inner);
    }

    static List<PlanColumn> columns(JoinKind kind, PlanNode outer, PlanNode inner) {
        if (!kind.yieldsInner()) {
            return outer.output();
        }
        List<PlanColumn> all = new ArrayList<>(outer.output());
        all.addAll(inner.output());
        return List.copyOf(all);
    }
}
