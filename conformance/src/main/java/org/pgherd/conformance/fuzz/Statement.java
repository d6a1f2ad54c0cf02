package org.pgherd.conformance.fuzz;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A statement to compare.
///
/// @param target the table that it changes, null if it only reads
/// @param parameters values of `$1`, `$2` and so on; if there are any, it is prepared and then executed
record Statement(String sql, @Nullable Relation target, List<Column> parameters) {
    Statement {
        parameters = List.copyOf(parameters);
    }

    Statement withSql(String text) {
        return new Statement(text, target, parameters);
    }

    String prepare() {
        return "PREPARE fuzz ("
                + parameters.stream().map(value -> value.kind().sql()).collect(Collectors.joining(", ")) + ") AS "
                + sql;
    }

    String execute() {
        return "EXECUTE fuzz (" + parameters.stream().map(Column::name).collect(Collectors.joining(", ")) + ")";
    }

    /// As one would type it.
    String text() {
        return parameters.isEmpty() ? sql : prepare() + "; " + execute() + "; DEALLOCATE fuzz";
    }
}
