package org.pgherd.shardplanner.plan;

import org.pgherd.semantics.type.SqlType;

/// A column that is written.
///
/// @param name unquoted
/// @param sqlName quoted if need be
/// @param sqlType name of the type as a cast spells it
/// @param source 1-based position of the value in the child's output
public record WriteColumn(String name, String sqlName, String sqlType, SqlType type, int source) {}
