package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// TRUE or FALSE.
public record BooleanConst(boolean boolval, Position at) implements AConst {}
