package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// A string of any notation, decoded.
public record StringConst(String sval, Position at) implements AConst {}
