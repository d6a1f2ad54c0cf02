package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.value.PgRecord;

/// Rows whose only value is a composite one, by its fields; those of NULL are NULL.
final class ElementFields implements RowIterator {
    private final RowIterator elements;

    ElementFields(RowIterator elements) {
        this.elements = elements;
    }

    @Override
    public boolean next() {
        return elements.next();
    }

    @Override
    public @Nullable Object get(int column) {
        return elements.get(0) instanceof PgRecord record ? record.get(column) : null;
    }

    /// The row as the one value that it is.
    @Nullable
    Object whole() {
        return elements.get(0);
    }

    @Override
    public void close() {
        elements.close();
    }
}
