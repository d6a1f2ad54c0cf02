package org.pgherd.semantics.aggregate;

import java.util.ArrayList;
import java.util.List;

/// The aggregates, one line per class; [AggregateRegistry] indexes them.
public final class AggregateLibrary {
    private static final List<AggregateFunction> AGGREGATES = all();

    private AggregateLibrary() {}

    private static List<AggregateFunction> all() {
        List<AggregateFunction> all = new ArrayList<>(List.of(
                new CountAggregate(),
                new IntegerSumAggregate(),
                new IntegerAverageAggregate(),
                new NumericSumAggregate(),
                new FloatSumAggregate(),
                new MoneySumAggregate(),
                new IntervalSumAggregate(),
                new LogicalAggregate(),
                new StringAggregate(),
                new ArrayAggregate(),
                new AnyValueAggregate(),
                new RangeAggregate(),
                new OrderedSetAggregate()));
        all.addAll(ExtremeAggregate.all());
        all.addAll(BitAggregate.all());
        all.addAll(FoldAggregate.all());
        all.addAll(NumericVarianceAggregate.all());
        all.addAll(FloatVarianceAggregate.all());
        all.addAll(RegressionAggregate.all());
        all.addAll(JsonAggregate.all());
        return List.copyOf(all);
    }

    public static List<AggregateFunction> aggregates() {
        return AGGREGATES;
    }
}
