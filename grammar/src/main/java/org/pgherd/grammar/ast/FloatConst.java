package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// Any other number, as its text (without underscores); hexadecimal, octal and binary integers keep their prefix.
public record FloatConst(String fval, Position at) implements AConst {}
