package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// A literal that fits int4, never negative.
public record IntegerConst(
        int ival,
        Position at)
        implements AConst {}
