package org.pgherd.executor.shard;

import java.util.List;

/// What a shard knows of a statement that it has parsed.
///
/// @param parameterTypes pg_type.oid of $1, $2, ...
/// @param columns empty if it yields no rows
public record StatementDescription(int[] parameterTypes, List<RemoteColumn> columns) {}
