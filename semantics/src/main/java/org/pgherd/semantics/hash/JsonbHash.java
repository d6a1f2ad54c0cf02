package org.pgherd.semantics.hash;

import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Text;

/// Hashes of jsonb (jsonb_op.c: jsonb_hash, jsonb_hash_extended; jsonb_util.c: JsonbHashScalarValue).
final class JsonbHash {
    private static final int ARRAY = 0x40000000;
    private static final int OBJECT = 0x20000000;

    private JsonbHash() {}

    /// Empty at the top: not hashed at all.
    private static boolean isEmpty(Jsonb value) {
        return value instanceof Jsonb.Array a && a.size() == 0 || value instanceof Jsonb.Object o && o.size() == 0;
    }

    static int plain(Jsonb value) {
        if (isEmpty(value)) {
            return 0;
        }
        // a scalar stands in an array of its own
        return value instanceof Jsonb.Array || value instanceof Jsonb.Object ? plain(0, value) : scalar(ARRAY, value);
    }

    private static int plain(int hash, Jsonb value) {
        int h = hash;
        switch (value) {
            case Jsonb.Array a -> {
                h ^= ARRAY;
                for (Jsonb element : a.elements()) {
                    h = plain(h, element);
                }
            }
            case Jsonb.Object o -> {
                h ^= OBJECT;
                for (int i = 0; i < o.size(); i++) {
                    h = Integer.rotateLeft(h, 1) ^ (int) HashFunctions.text(o.keys()[i], 0);
                    h = plain(h, o.values()[i]);
                }
            }
            case Jsonb.Null _, Jsonb.Bool _, Jsonb.Number _, Jsonb.Str _ -> h = scalar(h, value);
        }
        return h;
    }

    private static int scalar(int hash, Jsonb value) {
        int h = switch (value) {
            case Jsonb.Null _ -> 1;
            case Jsonb.Bool b -> b.value() ? 2 : 4;
            case Jsonb.Number n -> (int) HashFunctions.numeric(n.value(), 0);
            case Jsonb.Str s -> (int) HashFunctions.text(s.value(), 0);
            case Jsonb.Array _, Jsonb.Object _ -> throw new AssertionError(value);
        };
        return Integer.rotateLeft(hash, 1) ^ h;
    }

    static long extended(Jsonb value, long seed) {
        if (isEmpty(value)) {
            return seed;
        }
        return value instanceof Jsonb.Array || value instanceof Jsonb.Object
                ? extended(0, value, seed)
                : rotate(both(ARRAY)) ^ scalarExtended(value, seed);
    }

    private static long extended(long hash, Jsonb value, long seed) {
        long h = hash;
        switch (value) {
            case Jsonb.Array a -> {
                h ^= both(ARRAY);
                for (Jsonb element : a.elements()) {
                    h = extended(h, element, seed);
                }
            }
            case Jsonb.Object o -> {
                h ^= both(OBJECT);
                for (int i = 0; i < o.size(); i++) {
                    Text key = o.keys()[i];
                    h = rotate(h) ^ HashFunctions.text(key, seed);
                    h = extended(h, o.values()[i], seed);
                }
            }
            case Jsonb.Null _, Jsonb.Bool _, Jsonb.Number _, Jsonb.Str _ -> h = rotate(h) ^ scalarExtended(value, seed);
        }
        return h;
    }

    private static long scalarExtended(Jsonb value, long seed) {
        return switch (value) {
            case Jsonb.Null _ -> seed + 1;
            case Jsonb.Bool b -> seed != 0 ? HashFunctions.int4(b.value() ? 1 : 0, seed) : b.value() ? 2 : 4;
            case Jsonb.Number n -> HashFunctions.numeric(n.value(), seed);
            case Jsonb.Str s -> HashFunctions.text(s.value(), seed);
            case Jsonb.Array _, Jsonb.Object _ -> throw new AssertionError(value);
        };
    }

    private static long both(int flag) {
        return (long) flag << 32 | flag;
    }

    /// Each half by one to the left.
    static long rotate(long v) {
        return v << 1 & 0xfffffffefffffffeL | v >>> 31 & 0x100000001L;
    }
}
