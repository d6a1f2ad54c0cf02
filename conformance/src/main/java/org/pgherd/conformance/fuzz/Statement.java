package org.pgherd.conformance.fuzz;

import org.jspecify.annotations.Nullable;

/// A statement to compare.
///
/// @param target the table that it changes, null if it only reads
record Statement(String sql, @Nullable Relation target) {
    Statement withSql(String text) {
        return new Statement(text, target);
    }
}
