package org.pgherd.grammar.plpgsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A body.
///
/// @param variableConflict of `#variable_conflict`: error, use_variable, use_column; null if not said
/// @param printStrictParameters of `#print_strict_params`; null if not said
/// @param fragments all SQL of it in the order of the text
public record PlBody(
        String text,
        @Nullable String variableConflict,
        @Nullable Boolean printStrictParameters,
        PlStatement.Block block,
        List<SqlFragment> fragments) {
    public PlBody {
        fragments = List.copyOf(fragments);
    }
}
