package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A row of a child table as a row of its parent, or of a domain over it.
public record ConvertRowtypeExpr(Expr arg, CoercionForm form, SqlType type, Position at) implements Expr {}
