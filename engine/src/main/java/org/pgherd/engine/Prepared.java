package org.pgherd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parsed and analysed statement.
public interface Prepared {
    String sql();

    /// Oids of `$1`..., in the catalog shard's numbering.
    int[] parameterTypes();

    /// Columns of the result, or null if the statement returns no rows.
    @Nullable
    List<ResultColumn> columns();
}
