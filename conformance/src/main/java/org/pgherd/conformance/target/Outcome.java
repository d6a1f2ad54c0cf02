package org.pgherd.conformance.target;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statement gave, as a client sees it.
public sealed interface Outcome {
    /// @param typeOids types of the columns
    /// @param rows text of the values, null for NULL
    record Rows(List<String> columns, List<Integer> typeOids, List<List<@Nullable String>> rows, String tag)
            implements Outcome {}

    record Command(String tag) implements Outcome {}

    /// @param position 1-based character, 0 if none
    record Failure(
            String state,
            String message,
            @Nullable String detail,
            @Nullable String hint,
            int position) implements Outcome {}
}
