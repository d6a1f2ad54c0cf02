package org.pgherd.executor.shard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.value.Text;

/// What one command of a simple query gave.
///
/// @param rows each a text per column, null for NULL
public record SimpleResult(String commandTag, List<RemoteColumn> columns, List<@Nullable Text[]> rows) {}
