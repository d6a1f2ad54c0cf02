package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// 'b' or 'x' and the digits.
public record BitStringConst(String bsval, Position at) implements AConst {}
