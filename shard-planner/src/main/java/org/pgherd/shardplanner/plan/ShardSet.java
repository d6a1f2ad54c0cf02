package org.pgherd.shardplanner.plan;

import java.util.function.IntConsumer;
import org.roaringbitmap.ImmutableBitmapDataProvider;
import org.roaringbitmap.RoaringBitmap;

/// An immutable set of shard numbers (0-based).
public final class ShardSet {
    public static final ShardSet EMPTY = new ShardSet(new RoaringBitmap());

    private final RoaringBitmap shards;

    private ShardSet(RoaringBitmap shards) {
        this.shards = shards;
    }

    public static ShardSet of(int... numbers) {
        return new ShardSet(RoaringBitmap.bitmapOf(numbers));
    }

    /// The shards 0 to `count` - 1.
    public static ShardSet firstOf(int count) {
        RoaringBitmap bits = new RoaringBitmap();
        bits.add(0L, count);
        return new ShardSet(bits);
    }

    public ShardSet and(ShardSet other) {
        return new ShardSet(RoaringBitmap.and(shards, other.shards));
    }

    public ShardSet or(ShardSet other) {
        return new ShardSet(RoaringBitmap.or(shards, other.shards));
    }

    public boolean contains(int shard) {
        return shards.contains(shard);
    }

    public int size() {
        return shards.getCardinality();
    }

    public boolean isEmpty() {
        return shards.isEmpty();
    }

    /// The lowest number; the set must not be empty.
    public int first() {
        return shards.first();
    }

    public int[] toArray() {
        return shards.toArray();
    }

    public void forEach(IntConsumer action) {
        shards.forEach((org.roaringbitmap.IntConsumer) action::accept);
    }

    /// The bits, for reading only.
    public ImmutableBitmapDataProvider bits() {
        return shards;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShardSet set && set.shards.equals(shards);
    }

    @Override
    public int hashCode() {
        return shards.hashCode();
    }

    /// As EXPLAIN prints it: `{0,2}`.
    @Override
    public String toString() {
        return shards.toString();
    }
}
