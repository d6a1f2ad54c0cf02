package org.pgherd.semantics.function.array;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// How large an array may be (ArrayGetNItems and ArrayCheckBounds of arrayutils.c).
public final class ArraySize {
    private static final long MAX_ELEMENTS = 134217727;

    private ArraySize() {}

    /// How many elements dimensions of these lengths have; an error 54000 if that is too many or a length is negative.
    public static int elements(long... lengths) {
        long count = 1;
        for (long length : lengths) {
            if (length < 0 || length > Integer.MAX_VALUE) {
                throw tooLarge();
            }
            count *= length;
            if (count > MAX_ELEMENTS) {
                throw tooLarge();
            }
        }
        return (int) count;
    }

    /// An error 54000 if a subscript would exceed an integer.
    public static void checkBounds(int[] lengths, int[] lower) {
        for (int i = 0; i < lengths.length; i++) {
            if ((long) lower[i] + lengths[i] > Integer.MAX_VALUE) {
                throw new SqlException(SqlState.PROGRAM_LIMIT_EXCEEDED, "array lower bound is too large: " + lower[i]);
            }
        }
    }

    private static SqlException tooLarge() {
        return new SqlException(
                SqlState.PROGRAM_LIMIT_EXCEEDED, "array size exceeds the maximum allowed (" + MAX_ELEMENTS + ")");
    }
}
