package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// CHECKPOINT.
public record CheckPointStmt(Position at) implements UtilityStatement {}
