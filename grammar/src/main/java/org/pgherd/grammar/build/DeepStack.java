package org.pgherd.grammar.build;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that recurses deeper than the calling thread's stack may allow.
final class DeepStack {
    private DeepStack() {}

    /// Runs the work on a thread with a stack of so many bytes, and throws what it throws.
    static <T> T call(long bytes, Supplier<? extends @Nullable T> work) {
        Call<T> call = new Call<>(work);
        Thread thread = new Thread(null, call, "pgherd-deep-parse", bytes);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                // the parse ends soon, and the caller looks for the interrupt at its own places
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return call.result();
    }

    private static final class Call<T> implements Runnable {
        private final Supplier<? extends @Nullable T> work;
        private @Nullable T value;
        private @Nullable Throwable thrown;

        Call(Supplier<? extends @Nullable T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                value = work.get();
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
        }

        T result() {
            switch (thrown) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> {}
            }
            T result = value;
            if (result == null) {
                throw new AssertionError("no result");
            }
            return result;
        }
    }
}
