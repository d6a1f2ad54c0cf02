package org.pgherd.semantics.function;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// The rows of a set-returning function, produced on demand. Close it when rows are left unread.
public interface RowIterator extends AutoCloseable {
    /// No rows.
    RowIterator EMPTY = new RowIterator() {
        @Override
        public boolean next() {
            return false;
        }

        @Override
        public @Nullable Object get(int column) {
            throw new AssertionError("no row");
        }
    };

    /// Moves to the next row; false at the end.
    boolean next();

    /// A column of the current row, boxed, null for NULL; column 0 of a function that returns a set of scalars.
    @Nullable
    Object get(int column);

    @Override
    default void close() {}

    /// One column from an iterator.
    static RowIterator ofValues(Iterator<? extends @Nullable Object> values) {
        return new RowIterator() {
            private @Nullable Object current;

            @Override
            public boolean next() {
                if (!values.hasNext()) {
                    return false;
                }
                current = values.next();
                return true;
            }

            @Override
            public @Nullable Object get(int column) {
                return current;
            }
        };
    }

    /// Several columns from an iterator of rows.
    static RowIterator ofRows(Iterator<@Nullable Object[]> rows) {
        return new RowIterator() {
            private @Nullable Object[] current = {};

            @Override
            public boolean next() {
                if (!rows.hasNext()) {
                    return false;
                }
                current = rows.next();
                return true;
            }

            @Override
            public @Nullable Object get(int column) {
                return current[column];
            }
        };
    }
}
