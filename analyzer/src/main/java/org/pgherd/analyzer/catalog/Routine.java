package org.pgherd.analyzer.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.ProcRow;

/// A user's function, procedure or aggregate.
///
/// @param sqlBody `BEGIN ATOMIC ...` or `RETURN ...` of a function with a parsed body (pg_get_function_sqlbody); null
/// if its body is text
/// @param config `name=value` of its SET clauses
/// @param owner whose rights a SECURITY DEFINER routine has
public record Routine(ProcRow row, @Nullable String sqlBody, List<String> config, String owner) {
    public Routine {
        config = List.copyOf(config);
    }

    public int oid() {
        return row.oid();
    }
}
