package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// VALUE inside a domain's CHECK.
public record CoerceToDomainValue(SqlType type, Position at) implements Expr {}
