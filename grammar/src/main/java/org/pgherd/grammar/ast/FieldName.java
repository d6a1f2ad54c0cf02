package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// .name
public record FieldName(String name, Position at) implements Indirection {}
