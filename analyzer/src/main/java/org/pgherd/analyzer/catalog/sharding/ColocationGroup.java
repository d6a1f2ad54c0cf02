package org.pgherd.analyzer.catalog.sharding;

import java.util.ArrayList;
import java.util.List;

/// Tables whose rows with equal keys lie on the same shard.
///
/// @param keyType oid of the type that is hashed
/// @param ranges in order, together the whole 64-bit space
public record ColocationGroup(int id, String name, int keyType, int keyCollation, List<HashRange> ranges) {
    public ColocationGroup {
        ranges = List.copyOf(ranges);
        long next = Long.MIN_VALUE;
        for (HashRange range : ranges) {
            if (range.first() != next) {
                throw new AssertionError("hash ranges of group " + id + " leave a gap at " + next);
            }
            next = range.last() + 1;
        }
        if (!ranges.isEmpty() && next != Long.MIN_VALUE) {
            throw new AssertionError("hash ranges of group " + id + " end early");
        }
    }

    /// The shard of a hash value: binary search over the ranges.
    public int shardOf(long hash) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hash > ranges.get(middle).last()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return ranges.get(low).shard();
    }

    /// The whole space cut into equal ranges, one per shard, in order.
    public static ColocationGroup even(int id, String name, int keyType, int keyCollation, int shards) {
        List<HashRange> ranges = new ArrayList<>(shards);
        long step = Long.divideUnsigned(-1L, shards) + (Integer.bitCount(shards) == 1 ? 1 : 0);
        long first = Long.MIN_VALUE;
        for (int shard = 0; shard < shards; shard++) {
            long last = shard == shards - 1 ? Long.MAX_VALUE : first + step - 1;
            ranges.add(new HashRange(first, last, shard));
            first = last + 1;
        }
        return new ColocationGroup(id, name, keyType, keyCollation, ranges);
    }
}
