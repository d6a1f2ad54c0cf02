package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A cast to a domain: its constraints are checked.
public record CoerceToDomain(Expr arg, CoercionForm form, SqlType type, Position at) implements Expr {}
