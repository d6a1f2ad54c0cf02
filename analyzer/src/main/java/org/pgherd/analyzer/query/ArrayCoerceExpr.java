package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A cast of an array, element by element.
/// @param elemExpr the element's cast, over a CaseTestExpr
public record ArrayCoerceExpr(Expr arg, Expr elemExpr, CoercionForm form, SqlType type, Position at) implements Expr {}
