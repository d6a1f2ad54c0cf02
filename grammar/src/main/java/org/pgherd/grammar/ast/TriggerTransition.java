package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// REFERENCING.
public record TriggerTransition(String name, boolean isNew, boolean isTable, Position at) implements Node {}
