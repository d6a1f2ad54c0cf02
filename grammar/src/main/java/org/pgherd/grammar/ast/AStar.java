package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// .*
public record AStar(Position at) implements Indirection {}
