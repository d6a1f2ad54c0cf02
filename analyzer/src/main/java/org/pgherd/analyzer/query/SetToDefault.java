package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// DEFAULT as a value in INSERT or UPDATE; the rewriter puts the column's default in its place.
public record SetToDefault(SqlType type, Position at) implements Expr {}
