package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// LISTEN.
public record ListenStmt(String conditionname, Position at) implements UtilityStatement {}
