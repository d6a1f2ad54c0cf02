package org.pgherd.semantics.aggregate;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;

/// An aggregate that Java implements.
public interface AggregateFunction {
    /// pg_proc.oids of the aggregates that this is.
    int[] oids();

    /// Fresh states for a query. `site` tells the aggregate's actual argument types and collation;
    /// of an ordered-set aggregate the direct arguments come first, and rows arrive in its WITHIN GROUP order.
    GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid);

    /// How shards can do part of the work; null if all rows must be seen here.
    default @Nullable PartialPlan partialPlan(CallSite site, int aggregateOid) {
        return null;
    }
}
