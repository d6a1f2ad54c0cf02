package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// NULL.
public record NullConst(Position at) implements AConst {}
