package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// RETURNING.
public record JsonOutput(TypeName typeName, @Nullable JsonFormat format, Position at) implements Node {}
