package org.pgherd.executor.operator;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.shardplanner.plan.PlanNode;

/// What EXPLAIN ANALYZE shows of each node. One execution's, by node identity.
public final class NodeStatistics {
    private final Map<PlanNode, Node> nodes = new IdentityHashMap<>();
    private long peakMemory;

    /// Rows and time (inclusive of the children) of one node; of a Remote also by shard.
    public static final class Node {
        public long rows;
        public long loops;
        /// Of these, until the first rows of each run.
        public long firstNanos;

        public long nanos;
        /// The most bytes that it held at once, 0 if it does not count.
        public long memory;

        /// Bytes written to disk.
        public long spilled;

        public final Map<Integer, Shard> shards = new TreeMap<>();

        Shard shard(int number) {
            return shards.computeIfAbsent(number, n -> new Shard());
        }
    }

    /// One shard's part in a Remote.
    public static final class Shard {
        public long calls;
        public long rows;
        public long bytes;
        /// From sending the statement to its last row.
        public long nanos;
    }

    /// The most bytes that the statement held at once.
    public long peakMemory() {
        return peakMemory;
    }

    public void peakMemory(long bytes) {
        peakMemory = bytes;
    }

    Node node(PlanNode node) {
        return nodes.computeIfAbsent(node, n -> new Node());
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /// Null if the node never ran.
    public @Nullable Node of(PlanNode node) {
        return nodes.get(node);
    }
}
