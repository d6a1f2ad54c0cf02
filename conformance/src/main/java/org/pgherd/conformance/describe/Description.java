package org.pgherd.conformance.describe;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgherd.conformance.target.Outcome;
import org.pgherd.gateway.client.WireColumn;
import org.pgherd.gateway.client.WireDescription;
import org.pgherd.gateway.client.WireMessage;

/// What one side says of a statement.
///
/// @param columns null if it returns no rows
/// @param failure null if it could be prepared
record Description(List<Integer> parameters, @Nullable List<WireColumn> columns, Outcome.@Nullable Failure failure) {
    static Description of(WireDescription told) {
        WireMessage error = told.error();
        return error == null
                ? new Description(told.parameters(), told.columns(), null)
                : failed(new Outcome.Failure(
                        error.state(), error.message(), error.field('D'), error.field('H'), error.position()));
    }

    static Description failed(Outcome.Failure failure) {
        return new Description(List.of(), null, failure);
    }

    String text() {
        if (failure != null) {
            return failure.state() + " " + failure.message() + " at " + failure.position()
                    + field(" DETAIL ", failure.detail()) + field(" HINT ", failure.hint());
        }
        String shown = columns == null
                ? "no rows"
                : columns.stream()
                        .map(c -> c.name() + ":" + c.typeOid() + (c.typmod() == -1 ? "" : "(" + c.typmod() + ")")
                                + (c.table() == 0 ? "" : "@" + c.table() + "." + c.attribute()))
                        .collect(Collectors.joining(", "));
        return parameters.isEmpty() ? shown : shown + " | " + parameters;
    }

    private static String field(String title, @Nullable String value) {
        return value == null || value.isEmpty() ? "" : title + value;
    }
}
