package org.pgherd.engine;

import org.pgherd.semantics.type.SqlType;

/// A column as RowDescription tells it.
///
/// @param tableOid the table it comes from, or 0
/// @param attributeNumber the column's number in that table, or 0
/// @param typeLength pg_type.typlen
public record ResultColumn(String name, SqlType type, int tableOid, int attributeNumber, int typeLength) {}
