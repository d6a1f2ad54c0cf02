package org.pgherd.conformance.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.client.WireClient;
import org.pgherd.gateway.client.WireColumn;
import org.pgherd.gateway.client.WireMessage;
import org.pgherd.gateway.client.WireResult;

/// One side of a comparison: a connection that runs query strings through the simple protocol and tells all
/// that came.
public final class Target implements AutoCloseable {
    private final WireClient client;
    private final List<String> notices = new ArrayList<>();

    public Target(WireClient client) {
        this.client = client;
        client.onNotice(notice -> notices.add(notice.severity() + ": " + notice.message()));
    }

    /// As [WireClient#keepAtMost(int)].
    public void keepAtMost(int rows) {
        client.keepAtMost(rows);
    }

    /// Runs a query string; nothing is thrown for what the server says, only for a lost connection.
    public Reply run(String sql) throws IOException {
        return run(sql, List.of());
    }

    /// As [#run(String)], with the lines for a COPY FROM STDIN in it.
    public Reply run(String sql, List<String> copyLines) throws IOException {
        notices.clear();
        List<Outcome> outcomes = new ArrayList<>();
        for (WireResult result : client.query(sql, copyLines)) {
            outcomes.add(outcome(result));
        }
        return new Reply(outcomes, List.copyOf(notices));
    }

    private static Outcome outcome(WireResult result) {
        return switch (result) {
            case WireResult.Empty _ -> new Outcome.Command("");
            case WireResult.Command command -> new Outcome.Command(command.tag());
            case WireResult.Rows rows ->
                new Outcome.Rows(
                        rows.columns().stream().map(WireColumn::name).toList(),
                        rows.columns().stream().map(WireColumn::typeOid).toList(),
                        rows.rows().stream()
                                .<List<@Nullable String>>map(Arrays::asList)
                                .toList(),
                        rows.tag());
            case WireResult.CopyOut copy ->
                new Outcome.Rows(
                        List.of("copy"),
                        List.of(25),
                        copy.chunks().stream()
                                .flatMap(chunk -> new String(chunk, StandardCharsets.UTF_8).lines())
                                .<List<@Nullable String>>map(List::of)
                                .toList(),
                        copy.tag());
            case WireResult.Failure failure -> failure(failure.error());
        };
    }

    private static Outcome failure(WireMessage error) {
        return new Outcome.Failure(
                error.state(), error.message(), error.field('D'), error.field('H'), error.position());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
