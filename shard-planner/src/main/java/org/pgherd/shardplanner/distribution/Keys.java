package org.pgherd.shardplanner.distribution;

import org.pgherd.semantics.type.TypeOids;

/// Types whose equal values have equal hashes, so that a key of one routes to a column of the other.
public final class Keys {
    private Keys() {}

    /// Whether equality of the two types is equality of one hash operator family.
    public static boolean comparable(int left, int right) {
        return left == right || family(left) != 0 && family(left) == family(right);
    }

    private static int family(int type) {
        return switch (type) {
            case TypeOids.INT2, TypeOids.INT4, TypeOids.INT8 -> 1;
            case TypeOids.TEXT, TypeOids.VARCHAR -> 2;
            case TypeOids.FLOAT4, TypeOids.FLOAT8 -> 3;
            default -> 0;
        };
    }
}
