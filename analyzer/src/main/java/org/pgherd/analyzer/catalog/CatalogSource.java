package org.pgherd.analyzer.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a snapshot is read from: a connection to the catalog shard, in a transaction of its own whose
/// settings the reader may change. Implemented over a shard connection by whoever has one.
@FunctionalInterface
public interface CatalogSource {
    /// Runs one statement; each row as the text forms of its columns, null for NULL. No rows for a statement that gives
    /// none.
    List<@Nullable String[]> rows(String sql);
}
