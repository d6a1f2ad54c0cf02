package org.pgherd.conformance.describe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.client.WireMessage;
import org.pgherd.gateway.client.WireResult;

/// The session on plain PostgreSQL, and what is asked of it beside the script without leaving a trace in it.
final class Oracle {
    private final WireClient client;

    Oracle(WireClient client) {
        this.client = client;
    }

    WireClient client() {
        return client;
    }

    /// Whether statements are ignored until the transaction block ends.
    boolean isFailed() {
        return client.transactionStatus() == 'E';
    }

    /// Does `work` in a transaction or subtransaction that is rolled back.
    <T extends @Nullable Object> T aside(Supplier<T> work) {
        boolean inBlock = client.transactionStatus() == 'T';
        rows(inBlock ? "savepoint pgherd_describe" : "begin isolation level read committed");
        T result = work.get();
        rows(inBlock ? "rollback to savepoint pgherd_describe" : "rollback");
        if (inBlock) {
            rows("release savepoint pgherd_describe");
        }
        return result;
    }

    /// The error of a statement, null if it has none.
    @Nullable
    WireMessage failure(String sql) {
        try {
            return client.one(sql) instanceof WireResult.Failure failure ? failure.error() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<@Nullable String[]> rows(String sql) {
        try {
            return switch (client.one(sql)) {
                case WireResult.Rows rows -> new ArrayList<>(rows.rows());
                case WireResult.Failure failure -> throw new IllegalStateException(sql + ": " + failure.error());
                case WireResult.Command _, WireResult.Empty _, WireResult.CopyOut _ -> List.of();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
