package org.pgherd.shardplanner.plan;

import java.util.List;

/// A node of the plan tree.
public sealed interface PlanNode
        permits Remote,
                RemoteCall,
                Project,
                Filter,
                Gate,
                HashJoin,
                RepartitionJoin,
                NestedLoop,
                Aggregate,
                WindowAgg,
                Sort,
                TopN,
                Limit,
                Distinct,
                Append,
                SetOp,
                RecursiveUnion,
                WorkTableScan,
                With,
                CteScan,
                Values,
                FunctionScan,
                ProjectSet,
                Materialize,
                Memoize,
                CollectKeys,
                AskShard,
                ShardInsert,
                ShardUpdate,
                ShardDelete,
                ShardMerge {
    /// The columns of each row that the node yields, in order.
    List<PlanColumn> output();

    /// The nodes it reads from, left to right.
    List<PlanNode> children();
}
