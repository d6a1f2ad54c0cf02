package org.pgherd.plpgsql.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.plpgsql.SqlFragment;

/// The query that a cursor variable was declared with.
///
/// @param parameters its arguments, variables that only the query sees
public record BoundCursor(@Nullable Boolean scroll, List<Variable> parameters, SqlFragment query, Namespace names) {}
