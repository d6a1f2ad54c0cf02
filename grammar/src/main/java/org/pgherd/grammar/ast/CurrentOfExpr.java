package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// WHERE CURRENT OF.
public record CurrentOfExpr(@Nullable String cursorName, int cursorParam, Position at) implements Expr {}
