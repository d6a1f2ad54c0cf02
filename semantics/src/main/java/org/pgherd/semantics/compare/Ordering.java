package org.pgherd.semantics.compare;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.vector.Vector;

/// The default btree order of one type under one collation. NULLs are the caller's.
public abstract class Ordering implements Comparator<Object> {
    /// Boxed values.
    @Override
    public abstract int compare(Object a, Object b);

    /// Values of vectors that are not NULL; without boxes where the carrier is primitive.
    public int compare(Vector a, int i, Vector b, int j) {
        return compare(required(a.boxed(i)), required(b.boxed(j)));
    }

    /// The rows of a column are about to be compared with each other.
    public void foresee(Vector column, int rows) {}

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new AssertionError("NULL given to an ordering");
        }
        return value;
    }
}
