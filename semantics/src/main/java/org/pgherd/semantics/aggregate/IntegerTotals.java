package org.pgherd.semantics.aggregate;

import java.math.BigInteger;
import java.util.Arrays;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// Count and exact 128-bit sum of integers per group: state of sum and avg of smallint, integer and bigint.
abstract class IntegerTotals implements GroupedAccumulator {
    long[] counts = new long[16];
    private long[] low = new long[16];
    private long[] high = new long[16];

    @Override
    public void ensureGroups(int count) {
        if (count > counts.length) {
            int capacity = Math.max(count, counts.length * 2);
            counts = Arrays.copyOf(counts, capacity);
            low = Arrays.copyOf(low, capacity);
            high = Arrays.copyOf(high, capacity);
        }
    }

    @Override
    public void reset(int group) {
        counts[group] = 0;
        low[group] = 0;
        high[group] = 0;
    }

    private void plus(int group, long value) {
        long before = low[group];
        long sum = before + value;
        low[group] = sum;
        high[group] += (value >> 63) + (Long.compareUnsigned(sum, before) < 0 ? 1 : 0);
    }

    @Override
    public void add(int group, Vector[] arguments, int row) {
        Vector v = arguments[0];
        if (!v.isNull(row)) {
            counts[group]++;
            plus(group, v instanceof IntVector i ? i.get(row) : ((LongVector) v).get(row));
        }
    }

    @Override
    public void addAll(int[] groups, Vector[] arguments, int from, int to) {
        boolean[] nulls = arguments[0].nulls();
        if (nulls == null && arguments[0] instanceof IntVector v) {
            int[] values = v.values();
            for (int row = from; row < to; row++) {
                counts[groups[row]]++;
                plus(groups[row], values[row]);
            }
        } else {
            GroupedAccumulator.super.addAll(groups, arguments, from, to);
        }
    }

    @Override
    public void addAll(int group, Vector[] arguments, int from, int to) {
        boolean[] nulls = arguments[0].nulls();
        if (nulls == null && arguments[0] instanceof IntVector v && to - from < 1 << 30) {
            int[] values = v.values();
            long sum = 0;
            for (int row = from; row < to; row++) {
                sum += values[row];
            }
            counts[group] += to - from;
            plus(group, sum);
        } else {
            GroupedAccumulator.super.addAll(group, arguments, from, to);
        }
    }

    @Override
    public boolean supportsRemove() {
        return true;
    }

    @Override
    public void remove(int group, Vector[] arguments, int row) {
        Vector v = arguments[0];
        if (!v.isNull(row)) {
            counts[group]--;
            long value = v instanceof IntVector i ? i.get(row) : ((LongVector) v).get(row);
            if (value == Long.MIN_VALUE) {
                plus(group, Long.MAX_VALUE);
                plus(group, 1);
            } else {
                plus(group, -value);
            }
        }
    }

    /// Adds a shard's sum: bigint, or numeric without a fraction.
    final void combineSum(int group, Vector sums, int row) {
        if (sums.isNull(row)) {
            return;
        }
        if (sums instanceof LongVector v) {
            plus(group, v.get(row));
        } else {
            Numeric sum = (Numeric) java.util.Objects.requireNonNull(((RefVector) sums).get(row));
            BigInteger total = bigSum(group).add(sum.round(0).unscaledValue());
            low[group] = total.longValue();
            high[group] = total.shiftRight(64).longValue();
        }
    }

    /// The lower 64 bits: what sum(integer) gives, which does not check for overflow.
    final long longSum(int group) {
        return low[group];
    }

    final Numeric numericSum(int group) {
        return high[group] == low[group] >> 63 ? Numeric.of(low[group]) : Numeric.of(bigSum(group), 0);
    }

    private BigInteger bigSum(int group) {
        BigInteger unsignedLow =
                BigInteger.valueOf(low[group] >>> 1).shiftLeft(1).or(BigInteger.valueOf(low[group] & 1));
        return BigInteger.valueOf(high[group]).shiftLeft(64).add(unsignedLow);
    }

    @Override
    public long memory() {
        return counts.length * 24L;
    }
}
