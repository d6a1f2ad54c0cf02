package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// DEALLOCATE.
public record DeallocateStmt(@Nullable String name, boolean isall, Position at) implements UtilityStatement {}
