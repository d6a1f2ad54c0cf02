package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// NOTIFY.
public record NotifyStmt(String conditionname, @Nullable String payload, Position at) implements UtilityStatement {}
