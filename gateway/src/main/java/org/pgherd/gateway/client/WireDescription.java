package org.pgherd.gateway.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server says of a prepared statement.
///
/// @param parameters types of `$1`...
/// @param columns null if it returns no rows
/// @param error null if it could be prepared
public record WireDescription(
        List<Integer> parameters,
        @Nullable List<WireColumn> columns,
        @Nullable WireMessage error) {
    public WireDescription {
        parameters = List.copyOf(parameters);
        columns = columns == null ? null : List.copyOf(columns);
    }
}
