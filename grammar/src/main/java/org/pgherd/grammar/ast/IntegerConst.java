package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// A literal that fits int4; negative if a minus sign stands before it.
public record IntegerConst(int ival, Position at) implements AConst {}
