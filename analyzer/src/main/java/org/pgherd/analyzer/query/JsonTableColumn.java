package org.pgherd.analyzer.query;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// A column of JSON_TABLE.
///
/// @param value over the row's item, which is a [CaseTestExpr]; null of FOR ORDINALITY
public record JsonTableColumn(
        String name, SqlType type, @Nullable JsonExpr value) {}
