package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A cast that changes the type's name and no bit of the value.
public record RelabelType(Expr arg, CoercionForm form, SqlType type, Position at) implements Expr {}
