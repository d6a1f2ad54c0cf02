package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// UNLISTEN; without a name all.
public record UnlistenStmt(@Nullable String conditionname, Position at) implements UtilityStatement {}
