package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A cast through the text forms: output function, then input function.
public record CoerceViaIO(Expr arg, CoercionForm form, SqlType type, Position at) implements Expr {}
