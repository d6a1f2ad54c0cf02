package org.pgherd.analyzer.query;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// A column of XMLTABLE.
///
/// @param path null: the column's name
public record XmlTableColumn(
        String name,
        SqlType type,
        boolean ordinality,
        boolean notNull,
        @Nullable Expr path,
        @Nullable Expr defaultValue) {}
