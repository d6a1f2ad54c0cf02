package org.pgherd.semantics.catalog;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value computed when first asked for, by one thread.
final class Once<T> implements Supplier<T> {
    private @Nullable Supplier<T> source;
    private volatile @Nullable T value;

    private Once(Supplier<T> source) {
        this.source = source;
    }

    static <T> Supplier<T> of(Supplier<T> source) {
        return new Once<>(source);
    }

    @Override
    public T get() {
        T ready = value;
        return ready != null ? ready : compute();
    }

    private synchronized T compute() {
        T ready = value;
        if (ready == null) {
            Supplier<T> from = source;
            if (from == null) {
                throw new AssertionError("computed to null");
            }
            ready = from.get();
            value = ready;
            source = null;
        }
        return ready;
    }
}
