package org.pgherd.executor;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.RoutineCaller;

/// What one execution of a statement works with.
///
/// @param sharding as of the plan
/// @param demand of a cursor within a transaction; null for all others, whose rows are read as they come
public record ExecutionContext(
        HerdTransaction transaction,
        ShardingCatalog sharding,
        FunctionContext functions,
        RoutineCaller routines,
        ValueCodecs codecs,
        DomainChecker domains,
        CancelToken cancel,
        MemoryAccount memory,
        @Nullable Demand demand) {
    public ExecutionContext(
            HerdTransaction transaction,
            ShardingCatalog sharding,
            FunctionContext functions,
            RoutineCaller routines,
            ValueCodecs codecs,
            DomainChecker domains,
            CancelToken cancel,
            MemoryAccount memory) {
        this(transaction, sharding, functions, routines, codecs, domains, cancel, memory, null);
    }

    public ExecutionContext of(Demand cursor) {
        return new ExecutionContext(
                transaction, sharding, functions, routines, codecs, domains, cancel, memory, cursor);
    }
}
