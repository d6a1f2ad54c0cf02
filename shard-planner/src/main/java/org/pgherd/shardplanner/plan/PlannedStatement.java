package org.pgherd.shardplanner.plan;

import java.util.List;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.semantics.type.SqlType;

/// What the planner yields. Immutable and free of parameter values: it may be cached and run many times at once.
///
/// @param command decides the command tag; INSERT, UPDATE, DELETE, MERGE count the rows that the topmost writing
///     nodes
///     (Remote with `writes`, ShardInsert, ShardUpdate, ShardDelete) processed, SELECT the rows returned
/// @param root yields exactly the result columns; none for a write without RETURNING
/// @param initPlans in an order in which each depends only on earlier ones
/// @param execParameters how many EXEC parameter slots there are (numbers 0 to n - 1)
/// @param parameterTypes types of the EXTERN parameters `$1`..
/// @param writes whether any part may write: then it must not run on a replica
/// @param rung the lowest rung in the tree
/// @param isolation what the statement may observe, in words for EXPLAIN
/// @param readsFirst whether all rows are to be read from the shards before any is written: one part of the statement
///     reads what another writes, and none may see it
/// @param verbatim whether the root is one [Remote] whose SQL is the text as the client sent it
public record PlannedStatement(
        CommandType command,
        PlanNode root,
        List<PlanColumn> columns,
        List<InitPlan> initPlans,
        List<SingleValue> singleValues,
        int execParameters,
        List<SqlType> parameterTypes,
        boolean writes,
        Rung rung,
        String isolation,
        boolean verbatim,
        boolean readsFirst) {
    /// Reads as it goes.
    public PlannedStatement(
            CommandType command,
            PlanNode root,
            List<PlanColumn> columns,
            List<InitPlan> initPlans,
            List<SingleValue> singleValues,
            int execParameters,
            List<SqlType> parameterTypes,
            boolean writes,
            Rung rung,
            String isolation,
            boolean verbatim) {
        this(
                command,
                root,
                columns,
                initPlans,
                singleValues,
                execParameters,
                parameterTypes,
                writes,
                rung,
                isolation,
                verbatim,
                false);
    }

    public PlannedStatement {
        columns = List.copyOf(columns);
        initPlans = List.copyOf(initPlans);
        singleValues = List.copyOf(singleValues);
        parameterTypes = List.copyOf(parameterTypes);
    }
}
