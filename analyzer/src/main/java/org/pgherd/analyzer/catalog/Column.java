package org.pgherd.analyzer.catalog;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// A row of pg_attribute.
/// @param type with modifier and collation; oid 0 if the column is dropped
/// @param defaultExpr pg_get_expr of the default, or of the generation expression
public record Column(
        int attnum,
        String name,
        SqlType type,
        boolean notNull,
        @Nullable String defaultExpr,
        Generated generated,
        Identity identity,
        boolean dropped) {
    /// attgenerated.
    public enum Generated {
        NO,
        STORED,
        VIRTUAL
    }
    /// attidentity.
    public enum Identity {
        NO,
        ALWAYS,
        BY_DEFAULT
    }

    public boolean isGenerated() {
        return generated != Generated.NO;
    }
}
