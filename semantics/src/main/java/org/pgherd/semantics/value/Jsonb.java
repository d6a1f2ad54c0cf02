package org.pgherd.semantics.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A jsonb value, parsed. Objects hold their keys in PostgreSQL's order: shorter first, then by bytes, no duplicates.
/// `equals` is jsonb's equality; order and text form are with the codec and the functions.
public sealed interface Jsonb {
    Jsonb NULL = new Null();
    Jsonb TRUE = new Bool(true);
    Jsonb FALSE = new Bool(false);

    static Jsonb of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /// JSON's null, which is not SQL's.
    record Null() implements Jsonb {}

    record Bool(boolean value) implements Jsonb {}

    /// Keeps trailing zeros (1.10).
    record Number(Numeric value) implements Jsonb {}

    record Str(Text value) implements Jsonb {}

    /// Takes over the array.
    record Array(Jsonb[] elements) implements Jsonb {
        public static final Array EMPTY = new Array(new Jsonb[0]);

        public int size() {
            return elements.length;
        }

        @Override
        public boolean equals(java.lang.Object o) {
            return o instanceof Array a && Arrays.equals(elements, a.elements);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(elements);
        }
    }

    /// Takes over the arrays; keys must be in order, see [#compareKeys] and [JsonbObjectBuilder].
    record Object(Text[] keys, Jsonb[] values) implements Jsonb {
        public static final Object EMPTY = new Object(new Text[0], new Jsonb[0]);

        public Object {
            assert keys.length == values.length;
        }

        public int size() {
            return keys.length;
        }

        /// Index of the key, or a negative number.
        public int indexOf(Text key) {
            return Arrays.binarySearch(keys, key, Jsonb::compareKeys);
        }

        /// The value under the key, or null if there is none.
        public @Nullable Jsonb get(Text key) {
            int i = indexOf(key);
            return i < 0 ? null : values[i];
        }

        @Override
        public boolean equals(java.lang.Object o) {
            return o instanceof Object other && Arrays.equals(keys, other.keys) && Arrays.equals(values, other.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(keys) * 31 + Arrays.hashCode(values);
        }
    }

    /// Length first, then bytes (jsonb_util.c:lengthCompareJsonbStringValue).
    static int compareKeys(Text a, Text b) {
        int c = Integer.compare(a.length(), b.length());
        return c != 0 ? c : a.compareTo(b);
    }
}
