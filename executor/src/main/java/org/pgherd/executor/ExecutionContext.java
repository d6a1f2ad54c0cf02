package org.pgherd.executor;

import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.executor.transaction.HerdTransaction;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.RoutineCaller;

/// What one execution of a statement works with.
///
/// @param sharding as of the plan
public record ExecutionContext(
        HerdTransaction transaction,
        ShardingCatalog sharding,
        FunctionContext functions,
        RoutineCaller routines,
        ValueCodecs codecs,
        DomainChecker domains,
        CancelToken cancel,
        MemoryAccount memory) {}
