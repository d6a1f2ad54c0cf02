package org.pgherd.semantics.compare;

import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.FloatVector;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.Vector;

/// Orders of types with primitive carriers.
final class PrimitiveOrderings {
    static final Ordering BOOLEAN = new Ordering() {
        @Override
        public int compare(Object a, Object b) {
            return Boolean.compare((Boolean) a, (Boolean) b);
        }

        @Override
        public int compare(Vector a, int i, Vector b, int j) {
            return Boolean.compare(((BooleanVector) a).get(i), ((BooleanVector) b).get(j));
        }
    };

    static final Ordering INT = new Ordering() {
        @Override
        public int compare(Object a, Object b) {
            return Integer.compare((Integer) a, (Integer) b);
        }

        @Override
        public int compare(Vector a, int i, Vector b, int j) {
            return Integer.compare(((IntVector) a).get(i), ((IntVector) b).get(j));
        }
    };

    static final Ordering UNSIGNED_INT = new Ordering() {
        @Override
        public int compare(Object a, Object b) {
            return Integer.compareUnsigned((Integer) a, (Integer) b);
        }

        @Override
        public int compare(Vector a, int i, Vector b, int j) {
            return Integer.compareUnsigned(((IntVector) a).get(i), ((IntVector) b).get(j));
        }
    };

    static final Ordering LONG = new Ordering() {
        @Override
        public int compare(Object a, Object b) {
            return Long.compare((Long) a, (Long) b);
        }

        @Override
        public int compare(Vector a, int i, Vector b, int j) {
            return Long.compare(((LongVector) a).get(i), ((LongVector) b).get(j));
        }
    };

    static final Ordering UNSIGNED_LONG = new Ordering() {
        @Override
        public int compare(Object a, Object b) {
            return Long.compareUnsigned((Long) a, (Long) b);
        }

        @Override
        public int compare(Vector a, int i, Vector b, int j) {
            return Long.compareUnsigned(((LongVector) a).get(i), ((LongVector) b).get(j));
        }
    };

    static final Ordering FLOAT = new Ordering() {
        @Override
        public int compare(Object a, Object b) {
            return compareFloat8((Float) a, (Float) b);
        }

        @Override
        public int compare(Vector a, int i, Vector b, int j) {
            return compareFloat8(((FloatVector) a).get(i), ((FloatVector) b).get(j));
        }
    };

    static final Ordering DOUBLE = new Ordering() {
        @Override
        public int compare(Object a, Object b) {
            return compareFloat8((Double) a, (Double) b);
        }

        @Override
        public int compare(Vector a, int i, Vector b, int j) {
            return compareFloat8(((DoubleVector) a).get(i), ((DoubleVector) b).get(j));
        }
    };

    private PrimitiveOrderings() {}

    /// float.h:float8_cmp_internal: NaN equals itself and is above all; the zeros are equal.
    static int compareFloat8(double a, double b) {
        if (a < b) {
            return -1;
        }
        if (a > b) {
            return 1;
        }
        if (a == b) {
            return 0;
        }
        return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
    }
}
