package org.pgherd.analyzer.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.ProcRow;

/// A user's function, procedure or aggregate.
///
/// @param sqlBody `BEGIN ATOMIC ...` or `RETURN ...` of a function with a parsed body (pg_get_function_sqlbody); null
/// if its body is text
/// @param config `name=value` of its SET clauses
public record Routine(ProcRow row, @Nullable String sqlBody, List<String> config) {
    public Routine {
        config = List.copyOf(config);
    }

    public int oid() {
        return row.oid();
    }
}
