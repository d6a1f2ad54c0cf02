package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// DISCARD.
public record DiscardStmt(DiscardMode target, Position at) implements UtilityStatement {}
