package org.pgherd.executor.shard;

import org.pgherd.semantics.type.SqlType;

/// A column as a shard describes it.
///
/// @param table pg_class.oid on that shard, 0 if the column is computed
/// @param attribute pg_attribute.attnum in that table
public record RemoteColumn(String name, int table, int attribute, SqlType type) {}
