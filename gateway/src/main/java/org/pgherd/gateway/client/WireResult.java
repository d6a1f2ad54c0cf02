package org.pgherd.gateway.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one statement gave.
public sealed interface WireResult {
    /// @param rows values in text form, null for NULL
    record Rows(List<WireColumn> columns, List<@Nullable String[]> rows, String tag) implements WireResult {}

    record Command(String tag) implements WireResult {}

    record Empty() implements WireResult {}

    /// COPY TO STDOUT.
    record CopyOut(List<byte[]> chunks, String tag) implements WireResult {}

    record Failure(WireMessage error) implements WireResult {}
}
