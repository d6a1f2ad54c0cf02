package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// JSON_SCALAR.
public record JsonScalarExpr(Expr expr, @Nullable JsonOutput output, Position at) implements Expr {}
